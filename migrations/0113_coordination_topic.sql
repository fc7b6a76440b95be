-- Coordination: which duty an order is about, or for which reason it was given, so that two orders about one matter can be told apart in a list.

alter table coordination.work add column topic text;
comment on column coordination.work.topic is '关于什么：期限编号、原因或种类的代码，没有即为空；早先的行在下一步或者重建时补上';
