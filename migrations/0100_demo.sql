-- Demonstration 演示: how far the invented county has been replayed. Empty wherever the program is in earnest.

create schema demo;

create table demo.county (
  region      text        not null,
  started_at  timestamptz not null,
  beat_at     timestamptz not null,
  finished_at timestamptz,
  primary key (region)
);
comment on table  demo.county             is '演示县的准备情况；正式使用时没有记录';
comment on column demo.county.started_at  is '开始准备的时刻，也是演示中的“今天”；中断后再来，仍以它为准';
comment on column demo.county.beat_at     is '最近一次还在准备的时刻';
comment on column demo.county.finished_at is '准备完的时刻；在此之前，按日的例行工作由演示自己按演示的日子做';

create table demo.story (
  region   text    not null,
  story    text    not null,
  part     integer not null check (part in (1, 2)),
  intake   text    not null,
  matters  text[]  not null,
  steps    integer not null check (steps > 0),
  done     integer not null check (done between 0 and steps),
  trouble  text,
  primary key (region, story)
);
comment on table  demo.story         is '演示的每一件来件：做到第几步。与那一步办理写在同一个事务里，所以断电后不重复、不遗漏';
comment on column demo.story.part    is '1 为首批，打开就看得到；2 为其余';
comment on column demo.story.intake  is '预先按收到的先后排好的收件号';
comment on column demo.story.matters is '预先排好的信访事项编号';
comment on column demo.story.trouble is '有人先在工作台上办了这一件，演示到此为止；写的是系统当时的答复';

grant usage on schema demo to huiyin_office, huiyin_worker, huiyin_portal;
grant select, insert, update on demo.county, demo.story to huiyin_office;
grant select on demo.county to huiyin_worker;
grant select on demo.county to huiyin_portal;
grant select (region, part, steps, done) on demo.story to huiyin_portal;
