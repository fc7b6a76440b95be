-- Search 检索: the words of a matter lie in the drawer of the year in which it came, so that a list of the index is as long
-- as a year and not as everything. Rows are made anew from the history, since the tokens of the old ones are others.

comment on column insight.text.tokens is '两字一段的带钥摘要，按收到的年份分开；加上可查阅单位、阶段、种类、分类、渠道和收到旬、月的带钥摘要';
update history.follower set position = 0 where name = 'search';
