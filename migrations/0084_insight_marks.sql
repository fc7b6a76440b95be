-- Search 检索: stage, kind, category and channel are marks among the tokens too, and so are the ten days in which a matter came:
-- the one index answers the whole question. Rows are made anew from the history, since the old ones lack these marks.

drop index insight.text_stage;
drop index insight.text_category;
drop index insight.text_channel;
comment on column insight.text.tokens is '两字一段的带钥摘要，加上可查阅单位、阶段、种类、分类、渠道和收到旬、月、年的带钥摘要';
update history.follower set position = 0 where name = 'search';
