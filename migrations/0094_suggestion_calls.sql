-- Supervision 督办: which suggestions answered which call (人民建议征集，条例第二十九条第三款), and what became of each: counted, never typed.

create table supervision.call_suggestion (
  region   text    not null,
  call     uuid    not null,
  intake   uuid    not null,
  adopted  text,
  rewarded boolean not null default false,
  primary key (region, call, intake)
);
create index call_suggestion_intake on supervision.call_suggestion (region, intake);
comment on table  supervision.call_suggestion          is '哪一件来件是应哪一次征集提的建议，采纳没有、奖励没有；由后台跟随办理动作写入，可由历史重建；没有内容，没有人';
comment on column supervision.call_suggestion.call     is '征集这项工作的编号';
comment on column supervision.call_suggestion.adopted  is '答复的采纳情况：adopted、partly、not；还没有答复的为空';
comment on column supervision.call_suggestion.rewarded is '已决定给予奖励';

grant select on supervision.call_suggestion to huiyin_office;
grant select, insert, update, delete on supervision.call_suggestion to huiyin_worker;
