-- Documents 文书: the list of papers is a view of the history; what moved to the sealed line leaves it in the same act.

grant delete on documents.paper to huiyin_office;
