"""The charts of the screens: what each is called, and which functions make it."""

from pages.parts.chart import Chart
from reports.charts import agency_month, bars, running_total, timeline

AGENCY_MONTH = Chart(
    "agency_month",
    "Participants per agency and month",
    agency_month.agency_month_chart,
    agency_month.agency_month_table,
    agency_month.agency_month_alt,
)
RUNNING_TOTAL = Chart(
    "running_total",
    "Participants so far, beside the published total",
    running_total.running_total_chart,
    running_total.running_total_table,
    running_total.running_total_alt,
)
HEAT_MAP = Chart(
    "heat_map",
    "Participants of each agency in each month",
    agency_month.heat_map_chart,
    agency_month.heat_map_table,
    agency_month.heat_map_alt,
)
SEX = Chart(
    "sex",
    "Women and men by agency, where recorded",
    bars.sex_chart,
    bars.sex_table,
    bars.sex_alt,
)
BY_PROVINCE = Chart(
    "province",
    "Participants by province, and districts covered",
    bars.province_chart,
    bars.province_table,
    bars.province_alt,
)
TIMELINE = Chart(
    "timeline",
    "When the trainings took place",
    timeline.timeline_chart,
    timeline.timeline_table,
    timeline.timeline_alt,
)
