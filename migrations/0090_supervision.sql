-- Supervision 督办: so far the queue of complaints about how a matter is handled (条例第四十六条第一项、第十八条第四款).
-- It lies with an organ outside the unit complained about; that unit has no row and no view of it.

create schema supervision;

create table supervision.complaint (
  holder_region text        not null,
  organ         text        not null,
  region        text        not null,
  subject       uuid        not null,
  unit          text        not null,
  matter        uuid,
  about         text        not null,
  received_at   timestamptz not null,
  light_on      date,
  legal_on      date,
  answered_on   date,
  result        text,
  primary key (holder_region, organ, region, subject)
);
comment on table  supervision.complaint        is '投诉办理的队列：由被投诉单位以外的机关处理，可由历史重建';
comment on column supervision.complaint.organ  is '处理投诉的机关，必在被投诉单位之外';
comment on column supervision.complaint.unit   is '被投诉的单位，看不到这一行';
comment on column supervision.complaint.matter is '关于哪一件信访事项；来件人未说明的为空';

create table supervision.complaint_of_matter (
  region  text not null,
  matter  uuid not null,
  subject uuid not null,
  organ   text not null,
  primary key (region, matter, subject)
);
comment on table supervision.complaint_of_matter is '某件信访事项有过哪些投诉，供其来件人查看答复';

grant usage on schema supervision to huiyin_office, huiyin_worker;
grant select, insert, update, delete on supervision.complaint, supervision.complaint_of_matter to huiyin_office;
grant select on supervision.complaint, supervision.complaint_of_matter to huiyin_worker;
