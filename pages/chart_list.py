"""The charts of the screens: what each is called, and which functions make it."""

from pages.chart_view import Chart
from reports import bar_charts, charts, running_total, timeline

AGENCY_MONTH = Chart(
    "agency_month",
    "Participants per agency and month",
    charts.agency_month_chart,
    charts.agency_month_table,
    charts.agency_month_alt,
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
    charts.heat_map_chart,
    charts.heat_map_table,
    charts.heat_map_alt,
)
SEX = Chart(
    "sex",
    "Women and men by agency, where recorded",
    bar_charts.sex_chart,
    bar_charts.sex_table,
    bar_charts.sex_alt,
)
BY_PROVINCE = Chart(
    "province",
    "Participants by province, and districts covered",
    bar_charts.province_chart,
    bar_charts.province_table,
    bar_charts.province_alt,
)
TIMELINE = Chart(
    "timeline",
    "When the trainings took place",
    timeline.timeline_chart,
    timeline.timeline_table,
    timeline.timeline_alt,
)
