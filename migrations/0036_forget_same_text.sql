-- What is sealed leaves no mark by which its words could be recognised again.
grant delete on intake.same_text to huiyin_office;
