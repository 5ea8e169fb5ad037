-- What a file was read with: Busbar's version and the definition of its flow. Null: not known. While it is the
-- same, its kept bytes must say what its messages say; when it is another, they may say something else.
ALTER TABLE files ADD COLUMN read_with INTEGER REFERENCES strings;
ALTER TABLE readings ADD COLUMN read_with INTEGER REFERENCES strings;
