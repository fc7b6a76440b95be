-- Casework 办理: whoever is named as handler may be somebody without an account, and is then known by name alone.

alter table casework.running alter column handler type text;
