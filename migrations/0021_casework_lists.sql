-- Lists with filters 按条件列出: each filter by itself finds its newest rows, the rare ones as fast as the common.
-- Whichever of several filters is the rarest leads; without these an empty answer reads everything that a unit has had.

create index box_stage    on casework.box (holder_region, unit, stage, received_at desc);
create index box_category on casework.box (holder_region, unit, category text_pattern_ops, received_at desc);
create index box_channel  on casework.box (holder_region, unit, channel, received_at desc);
