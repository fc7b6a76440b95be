-- Search 检索: the newest first among a million. Each row carries marks of its month and its year among its tokens, so that
-- the index itself leaves out what is older; what a rare filter leaves is found by the filter.

create index text_stage    on insight.text (holder_region, stage);
create index text_category on insight.text (holder_region, category text_pattern_ops);
create index text_channel  on insight.text (holder_region, channel);
comment on column insight.text.tokens is '两字一段的带钥摘要，加上可查阅单位、收到年月的带钥摘要';
