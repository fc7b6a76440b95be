-- Transparency 公开: what offices publish for everybody: calls for suggestions, when leaders receive visitors, public boards. Public words only.

create table transparency.notice (
  region       text        not null,
  id           uuid        not null,
  kind         text        not null,
  data         jsonb       not null,
  published_at timestamptz not null,
  primary key (region, id)
);
comment on table  transparency.notice      is '向所有人公开的：人民建议征集、领导接访安排、公示牌；由后台跟随办理动作写入';
comment on column transparency.notice.data is '公开的文字和日期，不含任何信访人的信息';

grant select on transparency.notice to huiyin_portal, huiyin_office;
grant select, insert, update, delete on transparency.notice to huiyin_worker;
