-- Transparency 公开: what a holder of a code said has gone into the history when it was taken. The envelope is a copy of it
-- that no key of the matter protects; it is emptied in the same act. What is refused keeps it: nobody else has those words.

grant update (envelope) on transparency.message to huiyin_office;
comment on column transparency.message.envelope is '内容，密封给本区域的公钥；办入后清空';
