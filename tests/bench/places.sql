-- SPDX-License-Identifier: MPL-2.0
--
-- All Denmark, part 1: regions, specialties, hospitals and departments, and tables of names.
-- Every part is made by numbers alone: h(…) is CRC32 of them, and nothing is left to chance.
-- From the environment of the script: @doctors.

SET @approvers = @doctors * 8 DIV 5, @units = GREATEST(40, @doctors * 1200 DIV 25000);

INSERT INTO training_region (id, code, name) VALUES
  (1, 'OEST', 'Videreuddannelsesregion Øst'), (2, 'SYD', 'Videreuddannelsesregion Syd'),
  (3, 'NORD', 'Videreuddannelsesregion Nord');

INSERT INTO specialty (id, code, name)
SELECT seq, CONCAT('speciale-', seq), CONCAT('Speciale ', seq) FROM seq_1_to_39;

INSERT INTO org_unit (id, code, kind, name, place, parent, region)
SELECT seq, CONCAT('H', LPAD(seq, 4, '0')), 'SYGEHUS', name, name, NULL, 1 + seq % 3
  FROM (SELECT seq, CONCAT(ELT(1 + seq % 10, 'Nørre', 'Sønder', 'Vester', 'Øster', 'Over', 'Neder', 'Store', 'Lille', 'Gamle', 'Ny'),
                           ELT(1 + seq DIV 10 % 5, 'strand', 'å', 'skov', 'bjerg', 'sund'), ' Hospital') AS name
          FROM seq_1_to_50) n;

INSERT INTO org_unit (id, code, kind, name, place, parent, region)
SELECT n.id, CONCAT('A', LPAD(n.id, 5, '0')), 'AFDELING', n.name, CONCAT(n.name, ', ', h.name), h.id, h.region
  FROM (SELECT 50 + seq AS id, 1 + seq % 50 AS hospital,
               CONCAT(ELT(1 + seq DIV 50 % 24, 'Geriatrisk', 'Medicinsk', 'Kardiologisk', 'Lungemedicinsk', 'Neurologisk',
                          'Ortopædkirurgisk', 'Gynækologisk', 'Pædiatrisk', 'Psykiatrisk', 'Onkologisk', 'Hæmatologisk',
                          'Nefrologisk', 'Urologisk', 'Kirurgisk', 'Anæstesiologisk', 'Radiologisk', 'Øjen-', 'Øre-næse-hals-',
                          'Dermatologisk', 'Reumatologisk', 'Endokrinologisk', 'Infektionsmedicinsk', 'Akut', 'Patologisk'),
                      ' afdeling') AS name
          FROM seq_1_to_100000 WHERE seq <= @units) n
  JOIN org_unit h ON h.id = n.hospital;

CREATE OR REPLACE TABLE bench_name (n INT UNSIGNED NOT NULL PRIMARY KEY AUTO_INCREMENT, given VARCHAR(40) NOT NULL, family VARCHAR(40) NOT NULL)
  COLLATE utf8mb4_danish_ci;
INSERT INTO bench_name (given, family) VALUES
  ('Anne-Mette', 'Krag'), ('Søren', 'Østergaard'), ('Åse', 'Ørnskov'), ('Bjørn', 'Kærgård'), ('Maja', 'Fjeldgaard'), ('Ida', 'Lindholm'),
  ('Jens', 'Sandager'), ('Karen', 'Dalsgaard'), ('Mikkel', 'Bjerregaard'), ('Freja', 'Højlund'), ('Lars', 'Brandt'), ('Signe', 'Winther'),
  ('Rasmus', 'Toft'), ('Emma', 'Aagaard'), ('Oluf', 'Skovgaard'), ('Camilla', 'Nørgaard'), ('Thomas', 'Vestergaard'), ('Julie', 'Hermansen'),
  ('Peter', 'Eskildsen'), ('Laura', 'Mortensen'), ('Magnus', 'Kjeldsen'), ('Sofie', 'Damgaard'), ('Frederik', 'Overgaard'), ('Clara', 'Riis'),
  ('Emil', 'Bruun'), ('Astrid', 'Laursen'), ('Viggo', 'Holst'), ('Ellen', 'Thygesen'), ('Malthe', 'Juhl'), ('Agnes', 'Bach'),
  ('Noah', 'Kofoed'), ('Alma', 'Ravn'), ('Oscar', 'Steffensen'), ('Nanna', 'Ibsen'), ('Anton', 'Bonde'), ('Liv', 'Frandsen'),
  ('Karl', 'Mikkelsen'), ('Rosa', 'Hald'), ('Aksel', 'Lassen'), ('Gudrun', 'Dam'), ('Hans', 'Munk'), ('Inge', 'Kruse'),
  ('Knud', 'Schou'), ('Lone', 'Vinther'), ('Niels', 'Bang'), ('Pia', 'Storm'), ('Troels', 'Lund'), ('Ulla', 'Berg'),
  ('Vibeke', 'Gram'), ('Zenia', 'Friis'), ('Asger', 'Koch'), ('Birgitte', 'Hvid'), ('Christian', 'Falk'), ('Dorthe', 'Stage'),
  ('Erik', 'Bilde'), ('Flemming', 'Rask'), ('Grethe', 'Trier'), ('Henrik', 'Olesen'), ('Jette', 'Kirk'), ('Kirsten', 'Hede'),
  ('Line', 'Abel');
