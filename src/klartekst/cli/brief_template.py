"""An empty brief to fill in, for those who rather write than answer questions."""

TEMPLATE = """\
# Hva teksten skal si. Fyll ut det som passer, og stryk resten. Fjern # foran linjene du bruker.
# Kontroller den med: klartekst brief check {path}

[utspill]
# formaal = "Hva vil dere oppnå?"
# profil = "pressemelding"       # mediesvar, krisemelding, nyhetssak, sporsmal-og-svar
# maalgruppe = "innbyggere"      # innbyggere, journalister, fagfolk
# kanal = "nettsiden"
# krise = false

# Hovedbudskapet: Hva vil du ha fram, først og fremst? Én setning.
# [[budskap]]
# tekst = "Skolen åpner igjen mandag."
# varianter = []                 # andre måter å si det på
# plassering = "ingress"         # tittel, ingress, brodtekst: senest her

# Støttebudskap: høyst fire.
# [[budskap]]
# tekst = ""

# Er det noe dere ikke kan si, og hvorfor?
# [[ikke_si]]
# tekst = "navnet på institusjonen"
# grunn = "kan identifisere beboeren"

# Hvem bør uttale seg? I en krise: ordføreren, eller den ordføreren har delegert til.
# [[talsperson]]
# navn = ""
# rolle = "ordfører"
# delegert = false

# Fakta, og hvor dere har dem fra.
# [[fakta]]
# tekst = "24 boliger"
# kilde = "kommunestyret 3. juni"

# Sitater, og hvem som har godkjent dem.
# [[sitat]]
# tekst = ""
# navn = ""
# godkjent_av = ""
"""
