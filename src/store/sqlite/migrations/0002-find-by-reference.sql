-- Processes by what they go by, as people say it: `R-1` of the reference `registration:R-1`.
CREATE INDEX goes_by_value ON goes_by (substr(reference, instr(reference, ':') + 1));
