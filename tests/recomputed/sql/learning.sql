SELECT
    view,
    training_id,
    title,
    date_start,
    agency,
    state,
    paired,
    pre_mean,
    post_mean,
    sd_difference,
    scale_max,
    gain,
    gain - half_interval AS low,
    gain + half_interval AS high,
    attended,
    response_rate
FROM gains
ORDER BY view, counts_from DESC, line DESC
