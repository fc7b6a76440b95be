-- Working calendar 工作日历: work beside matters, complaints and requests about one's own data are counted again as matters are.
-- What was gone over before that was not: every region is gone over once more, and where nothing moves nothing is written.

update rules.recount set done_at = null;

comment on column rules.recount.open  is '看过多少件未了结的信访事项；来件、事项之外的工作、投诉在它们之前算过';
comment on column rules.recount.moved is '多少件信访事项的日期变了；已经告诉人的日子绝不提前';
