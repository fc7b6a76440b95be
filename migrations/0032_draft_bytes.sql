-- 草稿附件的大小：没有提交的附件合起来占多少，到了上限不再收新的，写的文字照收。

alter table intake.draft_file add column bytes bigint not null default 0;
comment on column intake.draft_file.bytes is '这份附件占多少字节，只用来算草稿合起来占多少';
