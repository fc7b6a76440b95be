-- Intake 来件登记: a group has further codes: the one with which a person joins, and one of each member who did.

alter table intake.code
  add column kind   text not null default 'petitioner',
  add column matter uuid,
  add column member uuid;
create index code_of_matter on intake.code (region, matter) where matter is not null;
comment on column intake.code.kind   is 'petitioner 提出人；join 加入码，只能用来加入名册；member 联名事项成员自己的码';
comment on column intake.code.matter is '加入码、成员码只通到这一件事项';
comment on column intake.code.member is '成员在本件名册里的代号，由本人的码算出，别处没有、不能互查；退出即作废';
