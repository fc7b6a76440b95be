-- Evaluation 评价: whoever rated and asked to be called. A row only while the call is awaited, so this stays small.
-- Written with the act; all at once by `npm run rebuild-views`.

create table evaluation.call (
  holder_region text    not null,
  caller        text    not null,
  region        text    not null,
  subject       uuid    not null,
  no            text    not null,
  unit          text    not null,
  asked_on      date    not null,
  tries         integer not null,
  primary key (holder_region, region, subject)
);
create index call_caller on evaluation.call (holder_region, caller, asked_on);
comment on table  evaluation.call          is '评价时要求打电话听意见、还没有打通的，可重建';
comment on column evaluation.call.caller   is '由谁打：经手的信访部门，不是办理单位';
comment on column evaluation.call.unit     is '办理单位：不能由它打';
comment on column evaluation.call.asked_on is '信访人哪天要求的';
comment on column evaluation.call.tries    is '打过几次没有打通';

grant select, insert, update, delete on evaluation.call to huiyin_office;
grant select on evaluation.call to huiyin_worker;
