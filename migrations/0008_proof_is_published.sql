-- Proof 存证: what the comment of 0006 says of the superior is no act of this program. The roots are published; whoever wants them above takes them from the portal.

comment on table proof.root is '每日根摘要，在门户公开；此前任何一条办理或查阅记录被改动，都与它对不上';
