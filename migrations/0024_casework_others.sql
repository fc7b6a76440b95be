-- Casework 办理: when the first term of somebody else in a unit's open matter ends, so that “等别人” reads no more matters than it shows.

alter table casework.box add column others_on date;
comment on column casework.box.others_on is '本单位在等的别人的期限里最早的一个亮灯日；没有在等谁、事项已了结的为空';

update casework.box set others_on = (
  select min(running.light_on)
  from casework.matter as matter
  join casework.running as running on running.region = matter.region and running.subject = matter.subject
   and running.holder_region in (matter.region, split_part(matter.answerable, '/', 1))
  where matter.region = box.region and matter.subject = box.subject and matter.answerable is not null and running.unit <> box.unit);

create index box_others on casework.box (holder_region, unit, others_on, subject) where others_on is not null;
