-- chain_card: a step of a card as the chain holds it, every column
-- in:   id u32
-- out:  id u32, doctor u32, sheet u32, step u32, status text, template u32, competency u32?, element u32, org_unit u32, assessed_on day, topic text, marks text, words text?, assessor u32?, assessor_name text?, assessor_title text?, given_by u32, by_name text, as_role text, place text, at moment
-- rows: one
-- open: reads back the row that the same transaction has just added
SELECT id, doctor, sheet, step, status, template, competency, element, org_unit, assessed_on, topic, marks, words,
       assessor, assessor_name, assessor_title, given_by, by_name, as_role, place, at
  FROM card
 WHERE id = :id;
