-- Coordination: which matter an order of the timetable is about. A number alone does not say it: other holders in the same county count on their own.

alter table coordination.work add column about_matter text;
comment on column coordination.work.about_matter is '关于哪件信访事项：租户/事项；系统查出的才有，由人写的只有编号';
