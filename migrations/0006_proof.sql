-- Proof 存证: every day one number that stands for all new actions, and one for all finished segments of the access log.
-- They are published on the portal and sent to the superior, so that not even the owner of the machine can rewrite a past day.

create schema proof;

create table proof.root (
  region    text        not null,
  kind      text        not null check (kind in ('history', 'access')),
  day       date        not null,
  first     bigint      not null,
  last      bigint      not null,
  leaves    integer     not null,
  root      bytea       not null,
  chained   bytea       not null,
  signature bytea       not null,
  key       integer     not null,
  made_at   timestamptz not null,
  primary key (region, kind, day)
);
comment on table  proof.root           is '每日根摘要，公开并报送上级；此前任何一条办理或查阅记录被改动，都与它对不上';
comment on column proof.root.kind      is 'history 为办理动作，access 为查阅记录的收尾';
comment on column proof.root.first     is '当日第一条在次序中的位置（查阅记录无次序，为零）';
comment on column proof.root.last      is '当日最后一条在次序中的位置';
comment on column proof.root.leaves    is '当日条数';
comment on column proof.root.root      is '当日各条的默克尔根（RFC 6962 的算法，SHA-256）';
comment on column proof.root.chained   is '前一日的连缀摘要与当日根的摘要';
comment on column proof.root.signature is '对连缀摘要的 Ed25519 签名';

grant usage on schema proof to huiyin_office, huiyin_worker, huiyin_portal;
grant select on proof.root to huiyin_office, huiyin_portal;
grant select, insert on proof.root to huiyin_worker;
