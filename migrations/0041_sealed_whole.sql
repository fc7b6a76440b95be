-- Sealed: reports on cadres (第三十条第二款), material for the inspectorate (第四十一条第二款), sending on between levels (B09, B10).

alter table sealed.file
  drop constraint file_side_check,
  add constraint file_side_check check (side in ('triage', 'recipient', 'organization', 'secretary', 'organizationLeader')),
  add column line          text not null default 'discipline',
  add column person        text,
  add column accused_whom  text,
  add column accused_also  text[];
comment on column sealed.file.line         is '接收的是纪检监察机关还是政法机关';
comment on column sealed.file.person       is '只给这一个人：第三十条第二款写明的负责同志';
comment on column sealed.file.accused_whom is '反映的是领导班子成员还是其他干部；决定哪些单位要回避';
comment on column sealed.file.accused_also is '被反映人兼任、分管的其他单位，同样看不到这一行';

alter table sealed.series
  drop constraint series_pkey,
  add column paper text not null default 'F54',
  add primary key (region, unit, paper, year);
comment on column sealed.series.paper is 'F54 移送单、F55 通报、F62 提供情况函，各自连续不断';

create table sealed.request (
  region      text        not null,
  subject     uuid        not null,
  unit        text        not null,
  stage       text        not null check (stage in ('requested', 'provided')),
  no          text,
  requested_on date       not null,
  due_on      date        not null,
  provided_on date,
  at          timestamptz not null,
  primary key (region, subject)
);
create index request_of_desk on sealed.request (region, unit, stage, due_on);
comment on table  sealed.request    is '巡视巡察机构来函要情况：凭来函、按第四十一条第二款写明的几类提供；由办理留痕推出，可重建';
comment on column sealed.request.no is '提供情况函（F62）的文号，密件线自己的序列';

grant select, insert, update, delete on sealed.request to huiyin_sealed;
