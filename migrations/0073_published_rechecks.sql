-- Transparency 公开: recheck opinions made public after a hearing (第三十六条第二款), de-identified. A row is there only while it may be read.

create table transparency.recheck (
  region       text        not null,
  slug         text        not null,
  subject      uuid        not null,
  starts_on    date        not null,
  ends_on      date        not null,
  data         jsonb       not null,
  published_at timestamptz not null,
  primary key (region, slug)
);
create index recheck_of_matter on transparency.recheck (region, subject);
comment on table  transparency.recheck         is '经过听证、依法公示的复核意见，去标识；撤下、到期、有异议的不在表里';
comment on column transparency.recheck.slug    is '页面上的位置，由事项和文书的标识散列而来，推不回去';
comment on column transparency.recheck.subject is '哪一件事项，供撤下时查找；门户读不到这一列';
comment on column transparency.recheck.data    is '公示的文字：事项、诉求、复核意见、依据、文号、机关；没有任何人的姓名、电话、住址';

-- The portal reads what everybody reads, and not which matter it came from.
grant select (region, slug, starts_on, ends_on, data) on transparency.recheck to huiyin_portal;
grant select, insert, update, delete on transparency.recheck to huiyin_worker;
