-- The file of a matter carries the proof that its history stands under a published root.

grant select on history.feed to huiyin_office;
