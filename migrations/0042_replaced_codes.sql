-- Sealed 检举控告: a query code that is given out anew is told to the sealed line through the inbox, of every intake alike,
-- so that the days of an accusation follow the new code and the ordinary side learns nothing by it.

comment on table  sealed.inbox      is '密件收件箱：普通办公侧只能放入，放入后它自己也打不开；每次补发查询码也放入一封，不论来件里有没有检举控告';
comment on column sealed.inbox.code is '密件代号，普通一侧只留它；补发查询码的那一封没有代号，为空';
