-- Casework 办理: a petitioner has asked to withdraw; somebody outside the handling unit calls and asks whether that is their own will (lifecycle 31).
-- A row only while the call is awaited, so this stays small. Written with the act; all at once by `npm run rebuild-views`.

create table casework.call_back (
  region     text not null,
  subject    uuid not null,
  no         text not null,
  unit       text,
  asked_on   date not null,
  primary key (region, subject)
);
comment on table  casework.call_back          is '等回访确认的撤回申请，可重建';
comment on column casework.call_back.unit     is '承办单位：不能由它自己回访';
comment on column casework.call_back.asked_on is '信访人哪天申请撤回';

grant select, insert, update, delete on casework.call_back to huiyin_office;
grant select on casework.call_back to huiyin_worker;
