-- Casework 办理: who of the unit has each running term in hand, for the desk's column and its filter. No index: a desk is read whole.
-- Rows written before this get theirs at their matter's next act, or all at once by `npm run rebuild-views`.

alter table casework.running add column handler text;
comment on column casework.running.handler is '承办人：单位指定的经办人，没有账号的写姓名；还没有指定的为空';
