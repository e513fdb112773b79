// The words by which a person hands a text of somebody else to an agent: data that a person can read and extend, one
// record a language. Written as lexicons are: `...` is up to four words between, `$` the end of the line, `*` any ending.
import type { Pattern } from './lexicon.ts';

/**
 * asks      asks about a text that stands below or above: "what do you make of this", "translate this"
 * asksBelow the same, where only what comes below can be meant: "answer him", "fyi"
 * asksAbove the same, where only what stands above can be meant: "thoughts?"
 * got       says that it came from somewhere: "got this in the mail", "forwarded me this"
 * says      somebody else speaks next, after a colon or a dash: "our consultant wrote"
 * toOthers  greets people, as a letter does and nobody greets an agent: "hi all", "dear customers"
 * closes    ends a letter: "kind regards"
 */
export interface HandingOver {
  readonly asks: readonly Pattern[];
  readonly asksBelow: readonly Pattern[];
  readonly asksAbove: readonly Pattern[];
  readonly got: readonly Pattern[];
  readonly says: readonly Pattern[];
  readonly toOthers: readonly Pattern[];
  readonly closes: readonly Pattern[];
}

const list = (text: string): readonly Pattern[] => text.split('|');

/** Languages that set spaces between words. */
export const spaced: Readonly<Record<string, HandingOver>> = {
  en: {
    asks: list(
      "make of this|make of it|make of that|think of this|think about this|think of the below|thoughts on this|thoughts on the below|thoughts on that|take on this|opinion on this|is this true|is that true|is this right|is that right|is this correct|is that correct|is this legit|is that legit|is this real|is this a scam|is it a scam|is this spam|is this still|is that still|is this the current|is that the current|is that the usual|is this normal|agree with this|agree with that|translate this|translate that|translate it|translate the below|translate the following|summarise this|summarize this|summarise that|summarize that|summarise it|summarize it|summarise the below|summarize the below|sum this up|sum that up|explain this to me|explain that to me|explain this paragraph|explain this text|explain this mail|explain this email|explain this message|explain the following|understand this|understand that|proofread this|proofread it|paraphrase this|rephrase this|reword this|rewrite this|shorten this|make this shorter|make it shorter|make this sound|make it sound|polish this|reply to this|reply to that|reply to it|respond to this|respond to that|respond to it|answer to this|answer this one|answer this mail|answer this email|draft an answer|draft a reply|draft a response|write a reply|write an answer|what does this mean|what does that mean|what does this say|what does it say|what do they mean|what does he mean|what does she mean|what do they want|what does he want|what does she want|what is this about|what's this about|should i worry|worth it|worth a look|how should i answer|how should i reply|how should i respond|how do i answer|how do i reply|how do i respond|how to respond|how to answer|how to reply|fact check this|check what ... means|turn this into|turn that into|turn it into a|extract ... from this|pull ... from this|can't read this|cannot read this|no idea what this|don't understand this|anything urgent|anything ... affects us|anything ... concerns us|more like it|who would write|who wrote this|go through this|skim this|have a read",
    ),
    asksBelow: list(
      'fyi$|see below|look at the below|look at this$|look at that$|read this$|your take on|what about this one|translate into ... please|^translate into english$|^translate into german$|^translate into french$|^translate into spanish$|^translate to english$|^translate to german$|^translate to french$|^translate to spanish$|look what|check this out|check this|answer him|answer her|answer them|reply to him|reply to her|reply to them|respond to him|respond to her|respond to them|answer for me|reply for me|does this make sense|does that make sense|proofread|translate into ... please|summarise in|summarize in|tl;dr|tldr$',
    ),
    asksAbove: list(
      'thoughts$|any thoughts|your thoughts|what do you think$|what do you say$|opinions$|true$',
    ),
    got: list(
      "got this|got these|got that|got a letter|got a mail|got an email|got a message|got a reply|got an answer|received this|received the following|just received|forwarded me|forwarded this|forwarded us|sent me this|sent us this|sent me the following|sent this|sent something|sent over|sent around|came in today|came in this|came up in|this came|landed in|found this|found it on|stumbled on|^found on|^found in|stumbled over|came across|copied from|copied this|pasted from|pasting|posted this|shared this|^from the newsletter|^from the wiki|^from the handbook|^from the forum|^from their site|^from their page|^from the slack|^from slack|^from the thread|^from the minutes|^from the article|^from an article|^from the mail|^from a blog|in my inbox|in the tracker|suggested the following|suggests the following|suggested this|suggests this|recommends this|recommended this|recommends the following|proposes the following|proposed this|left this on|left me this|left me a|left a comment|left this comment|commented this|wrote$|wrote this|wrote me this|wrote the following|wrote back$|replied$|replied with this|told me this|says$|said$|said this|says this|answered$|the following from|this is from|here's what",
    ),
    says: list(
      "wrote|wrote back|writes|wrote me|wrote in|replied|replied with|replies|responded|responded with|answered|answered with|told me|told us|tells me|tells us|said|says|states|stated|suggests|suggested|recommends|recommended|advises|advised|announced|posted|commented|pinged me|mailed me|emailed me|mailed us|quote|quotes|here's ... answer|here's ... reply|here's ... response|here is ... answer|terms of service|terms of use|according to|verbatim|word for word",
    ),
    toOthers: list(
      'hi all|hello all|hi everyone|hello everyone|hi everybody|hi team|hello team|hey team|hi folks|hey folks|hey all|hey everyone|dear all|dear team|dear colleagues|dear customer*|dear user*|dear member*|dear sir*|dear madam|dear mr|dear ms|dear mrs|dear developer*|dear partner*|dear colleague*|dear client*|to all|team$|colleagues$|everyone$|folks$|to whom it may|good morning all|good morning everyone|good morning team|valued customer*',
    ),
    closes: list(
      '^best$|^best regards|^kind regards|^regards|^warm regards|^with regards|^many regards|^sincerely|^yours sincerely|^yours truly|^yours faithfully|^yours$|^warmly|^best wishes|^all the best|^cheers$|^sent from my|^get outlook for|^with kind',
    ),
  },
  de: {
    asks: list(
      'hältst du davon|hältst davon|denkst du darüber|meinst du dazu|sagst du dazu|stimmt das|ist das richtig|ist das korrekt|ist das wahr|ist das seriös|ist das noch|ist das spam|übersetz* das|übersetz* mir das|übersetz* dies*|fass* das|fass* mir das|das zusammenfassen|dies zusammenfassen|das übersetzen|das erklären|mir das erklären|das kurz erklären|erklär* mir das|was heißt das|was bedeutet das|was meint er|was meint sie|was meinen die|was wollen die|was will der|was will die|was will er|was will sie|was steht da|worum geht es da|darauf antworten|darauf reagieren|drauf antworten|darauf zu antworten|antwort* darauf|antwort* darauf|antwort* auf diese|entwirf eine antwort|schreib* eine antwort|formulier* das|formulier* es um|kürz* das|mach* das kürzer|korrigier* das|verstehe das nicht|versteh das nicht|lies das mal|prüf* das mal|mach* daraus|mach* eine tabelle daraus|lohnt sich das|betrifft uns das|betrifft das uns|wer schreibt so',
    ),
    asksBelow: list(
      'zur info$|siehe unten|schau mal$|guck mal$|schau dir das an|sieh dir das an|folgendes$|zur kenntnis',
    ),
    asksAbove: list('meinung$|deine meinung|was meinst du$|was denkst du$|was sagst du$'),
    got: list(
      'bekommen$|habe das bekommen|hab das bekommen|kam heute|kam gerade|kam per|das kam|kam rein|kam an$|per mail|weitergeleitet|geschickt$|schickte|geschickt hat|hat mir das|hat uns das|hat das geschickt|gefunden$|habe das gefunden|hab das gefunden|aus dem newsletter|aus dem wiki|aus dem handbuch|aus dem forum|aus der doku|aus dem ticket|aus dem chat|aus dem protokoll|aus einem artikel|aus dem artikel|aus der mail|empfiehlt das|empfiehlt folgendes|schlägt folgendes vor|schreibt$|schrieb$|sagt$|meint$|geschrieben$|geantwortet$|im postfach|lag im',
    ),
    says: list(
      'schreibt|schrieb|schreibt dazu|schrieb dazu|schrieb zurück|antwortet|antwortete|hat geantwortet|sagt|sagte|meint|meinte|empfiehlt|empfahl|teilt mit|teilte mit|hat geschrieben|hat gesagt|laut|zitat|wörtlich',
    ),
    toOthers: list(
      'hallo zusammen|hallo alle|hallo an alle|hallo team|hallo leute|hi zusammen|hi alle|liebe alle|liebe kolleg*|liebes team|liebe kund*|liebe nutzer*|liebe mitarbeit*|sehr geehrte*|guten morgen zusammen|moin zusammen|werte kolleg*|servus zusammen|an alle',
    ),
    closes: list(
      '^viele grüße|^mit freundlichen|^freundliche grüße|^beste grüße|^liebe grüße|^herzliche grüße|^schöne grüße|^viele grüsse|^beste grüsse|^mfg$|^lg$|^vg$|^gruß$|^gruss$|^hochachtungsvoll|^gesendet von|^von meinem',
    ),
  },
  fr: {
    asks: list(
      "penses-tu$|en penses-tu|tu en penses|penses de ça|en dis-tu|tu en dis|est-ce vrai|c'est vrai|est-ce correct|c'est correct|c'est normal|est-ce encore|traduire ça|traduire ceci|traduire cela|traduis ça|traduis ceci|traduis-moi|résume ça|résume ceci|résume-moi|résumer ça|résumer ceci|explique-moi ça|m'expliquer ça|expliquer ceci|veut dire quoi|que veut dire|qu'est-ce que ça veut dire|ça dit quoi|que veulent-ils|qu'est-ce qu'ils veulent|répondre à ça|répondre à ceci|répondre à cela|réponds à ça|réponds à ceci|comment répondre|rédige une réponse|écris une réponse|reformule ça|reformule ceci|raccourcis ça|corrige ça|relis ça|lis ça|je ne comprends pas ce|comprends pas ça|fais-en un|fais en un|ça vaut le coup|ça nous concerne|quelque chose d'urgent",
    ),
    asksBelow: list('pour info$|voir ci-dessous|regarde ça|regarde ceci|ci-dessous|jette un œil'),
    asksAbove: list("un avis$|ton avis|qu'en dis-tu"),
    got: list(
      "j'ai reçu|reçu ça|reçu ceci|reçu ce matin|reçu aujourd'hui|m'a envoyé|nous a envoyé|m'a transféré|m'a transmis|a écrit$|trouvé ça|trouvé ceci|trouvé sur|vu sur|tiré du|tiré de|copié de|copié depuis|du wiki|du forum|de la newsletter|du ticket|du compte rendu|recommande ceci|recommande ça|propose ceci|arrivé ce matin|arrivé aujourd'hui|dans ma boîte",
    ),
    says: list(
      "a répondu|répond|a écrit|écrit|dit|a dit|m'a dit|nous a dit|conseille|a conseillé|recommande|a recommandé|suggère|selon|d'après|je cite",
    ),
    toOthers: list(
      "bonjour à tous|bonjour à toutes|bonjour tout le monde|bonjour l'équipe|salut à tous|salut tout le monde|salut l'équipe|chers collègues|cher* client*|chère* client*|chers tous|chère équipe|madame, monsieur|madame monsieur|chers utilisateurs|mesdames",
    ),
    closes: list(
      '^cordialement|^bien cordialement|^bien à vous|^bien à toi|^bonne journée|^sincères salutations|^salutations|^veuillez agréer|^amicalement|^très cordialement|^envoyé de mon',
    ),
  },
  es: {
    asks: list(
      'te parece esto|opinas de esto|piensas de esto|crees de esto|opinas$|es verdad esto|es cierto esto|es esto cierto|es correcto esto|es esto correcto|es normal esto|traduce esto|tradúceme esto|traducir esto|traducirme esto|resume esto|resúmeme esto|resumir esto|explica esto|explícame esto|explicarme esto|qué significa esto|que significa esto|qué quiere decir|que quiere decir|qué dice esto|qué quieren|responder a esto|responder esto|responde a esto|contestar a esto|contestar esto|contesta a esto|cómo respondo|cómo contesto|redacta una respuesta|escribe una respuesta|reformula esto|acorta esto|corrige esto|lee esto|no entiendo esto|no entiendo lo que|tabla con esto|vale la pena|nos afecta',
    ),
    asksBelow: list('para tu información|fyi$|mira esto|ver abajo|lo siguiente$|ojo a esto'),
    asksAbove: list('qué opinas$|qué te parece$|qué dices$|opiniones$'),
    got: list(
      'me llegó|nos llegó|me llego|llegó esto|recibí esto|he recibido|me mandó|me mandaron|me envió|me enviaron|nos envió|me reenvió|me pasó esto|encontré esto|he encontrado|visto en|sacado de|copiado de|del wiki|del foro|del boletín|del ticket|del acta|recomienda esto|propone esto|escribió$|escribió esto|respondió$|contestó$|en mi correo|en mi bandeja',
    ),
    says: list(
      'contestó|contesta|respondió|responde|escribió|escribe|dijo|dice|me dijo|nos dijo|aconseja|aconsejó|recomienda|recomendó|sugiere|sugirió|según|textualmente',
    ),
    toOthers: list(
      'hola a todos|hola a todas|hola todos|hola equipo|buenos días a todos|buenas a todos|estimados|estimadas|estimado|estimada|queridos clientes|querido equipo|queridos colegas|queridos compañeros|compañeros$|equipo$',
    ),
    closes: list(
      '^un saludo|^saludos$|^saludos cordiales|^atentamente|^cordialmente|^un abrazo|^muchos saludos|^enviado desde',
    ),
  },
  pt: {
    asks: list(
      'acha disso|acha disto|acham disso|pensa disso|opinião sobre isso|é verdade isso|isso é verdade|isto é verdade|isso está certo|isto está certo|isso é normal|traduz isso|traduz isto|traduza isso|traduzir isso|traduzir isto|resume isso|resume isto|resuma isso|resumir isso|explica isso|explica isto|explique isso|explicar isso|isso quer dizer|isto quer dizer|isso significa|isto significa|o que diz isso|o que eles querem|responder isso|responder isto|responder a isso|responder a isto|responde isso|como respondo|escreve uma resposta|redija uma resposta|reescreve isso|encurta isso|corrige isso|lê isso|não entendo isso|não entendi isso|tabela disso|tabela disto|vale a pena|isso nos afeta',
    ),
    asksBelow: list('para sua informação|fyi$|olha isso|olha isto|veja abaixo|o seguinte$|olha só$'),
    asksAbove: list('o que acha$|o que você acha$|que achas$|opiniões$'),
    got: list(
      'recebi isto|recebi isso|recebi hoje|recebi essa|chegou isso|chegou isto|chegou hoje|me mandou|me mandaram|me enviou|me enviaram|nos enviou|me encaminhou|encaminhou isso|achei isso|encontrei isso|encontrei isto|visto em|tirado de|copiado de|do wiki|do fórum|da newsletter|do ticket|da ata|recomenda isto|recomenda isso|escreveu$|respondeu$|no meu e-mail|na caixa de entrada',
    ),
    says: list(
      'respondeu|responde|escreveu|escreve|disse|diz|me disse|nos disse|aconselha|aconselhou|recomenda|recomendou|sugere|sugeriu|segundo|de acordo com',
    ),
    toOthers: list(
      'olá a todos|olá todos|oi pessoal|olá pessoal|oi gente|bom dia a todos|bom dia pessoal|bom dia equipe|prezados|prezadas|prezado|prezada|caros|caras colegas|caro cliente|querida equipe|olá equipe|olá equipa|pessoal$|equipe$',
    ),
    closes: list(
      '^atenciosamente|^atc$|^att$|^abraços|^abraço$|^cumprimentos|^cordialmente|^saudações|^com os melhores|^enviado do meu',
    ),
  },
  it: {
    asks: list(
      'ne pensi$|cosa ne pensi|che ne pensi|ne dici$|pensi di questo|è vero questo|è corretto questo|è giusto questo|traducimi questo|traduci questo|tradurmi questo|riassumi questo|riassumimi questo|spiegami questo|spiega questo|cosa significa|che significa|cosa vuol dire|che vuol dire|cosa dice qui|cosa vogliono|rispondere a questo|rispondi a questo|come rispondo|scrivi una risposta|riformula questo|accorcia questo|correggi questo|leggi questo|non capisco questo|fanne una tabella|ne vale la pena|ci riguarda',
    ),
    asksBelow: list('per conoscenza$|guarda questo|vedi sotto|quanto segue$|fyi$'),
    asksAbove: list('opinioni$|che dici$'),
    got: list(
      'ho ricevuto|mi è arrivato|mi è arrivata|ci è arrivato|arrivato oggi|arrivata oggi|mi ha mandato|mi ha inviato|mi ha inoltrato|ci ha mandato|ho trovato|trovato su|preso da|copiato da|dal wiki|dal forum|dalla newsletter|dal ticket|dal verbale|consiglia questo|ha scritto$|ha risposto$',
    ),
    says: list(
      'ha risposto|risponde|ha scritto|scrive|dice|ha detto|mi ha detto|ci ha detto|consiglia|ha consigliato|suggerisce|secondo',
    ),
    toOthers: list(
      'ciao a tutti|ciao tutti|buongiorno a tutti|salve a tutti|gentile cliente|gentili clienti|gentili|gentile|cari colleghi|cari tutti|caro team|egregi*|spettabile|spett',
    ),
    closes: list(
      '^cordiali saluti|^distinti saluti|^un saluto|^saluti|^cordialmente|^buona giornata|^inviato da',
    ),
  },
  nl: {
    asks: list(
      'vind je hiervan|vind je ervan|denk je hiervan|denk je hierover|klopt dit|klopt dat|is dit waar|is dit juist|vertaal dit|dit vertalen|vat dit samen|dit samenvatten|leg dit uit|dit uitleggen|wat betekent dit|wat staat hier|wat willen ze|hierop antwoorden|hierop reageren|antwoord hierop|reageer hierop|schrijf een antwoord|herschrijf dit|maak dit korter|verbeter dit|begrijp dit niet|snap dit niet|maak hier een',
    ),
    asksBelow: list('ter info$|zie onder|zie hieronder|kijk eens$|lees dit|fyi$'),
    asksAbove: list('wat vind je$|mening$|wat denk je$'),
    got: list(
      'kreeg dit|dit gekregen|kwam vandaag|kwam binnen|kreeg ik|ontvangen$|stuurde me|stuurde ons|doorgestuurd|gevonden op|gevonden in|uit het forum|uit de wiki|uit de nieuwsbrief|uit het ticket|uit de notulen|schreef$|zegt$|raadt dit aan',
    ),
    says: list('antwoordde|antwoordt|schreef|schrijft|zei|zegt|raadt aan|adviseert|volgens'),
    toOthers: list(
      'beste allemaal|hallo allemaal|hoi allemaal|hallo team|hoi team|beste collega*|beste klant*|geachte*|goedemorgen allemaal|beste mensen',
    ),
    closes: list(
      '^met vriendelijke groet*|^vriendelijke groet*|^groeten|^groet$|^mvg$|^hartelijke groet*|^verstuurd vanaf',
    ),
  },
  pl: {
    asks: list(
      'myślisz o tym|o tym myślisz|o tym sądzisz|sądzisz o tym|czy to prawda|czy to poprawne|przetłumacz to|przetłumaczyć to|streść to|podsumuj to|wyjaśnij to|wytłumacz to|co to znaczy|co to oznacza|czego chcą|odpowiedzieć na to|odpowiedz na to|jak odpowiedzieć|napisz odpowiedź|przeredaguj to|skróć to|popraw to|nie rozumiem tego|zrób z tego',
    ),
    asksBelow: list('do wiadomości$|zobacz to|patrz niżej|fyi$|przeczytaj to'),
    asksAbove: list('co myślisz$|co sądzisz$|co ty na to'),
    got: list(
      'dostałem|dostałam|otrzymałem|otrzymałam|przyszło dziś|przyszło dzisiaj|przysłał|przysłała|przesłał|przesłała|znalazłem|znalazłam|z forum|z wiki|z newslettera|z zgłoszenia|z protokołu|napisał$|napisała$|poleca to',
    ),
    says: list(
      'odpisał|odpisała|odpowiedział|odpowiedziała|napisał|napisała|pisze|powiedział|powiedziała|mówi|radzi|zaleca|według|cytuję',
    ),
    toOthers: list(
      'cześć wszystkim|witam wszystkich|dzień dobry wszystkim|hej wszystkim|szanowni|szanowny|szanowna|drodzy|drogi zespole',
    ),
    closes: list('^pozdrawiam|^z poważaniem|^pozdrowienia|^serdecznie pozdrawiam|^wysłane z'),
  },
  cs: {
    asks: list(
      'si o tom myslíš|co na to říkáš|je to pravda|je to správně|přelož to|přelož mi to|shrň to|shrň mi to|vysvětli to|vysvětli mi to|co to znamená|co chtějí|na to odpovědět|odpověz na to|napiš odpověď|přeformuluj to|zkrať to|oprav to|nerozumím tomu|udělej z toho',
    ),
    asksBelow: list('pro info$|podívej se na tohle|viz níže|přečti si to'),
    asksAbove: list('co myslíš$|názor$'),
    got: list(
      'dostal jsem|dostala jsem|přišlo mi|přišlo dnes|poslal mi|poslala mi|přeposlal|přeposlala|našel jsem|našla jsem|z fóra|z wiki|z newsletteru|z tiketu|ze zápisu|napsal$|napsala$',
    ),
    says: list('odpověděl|odpověděla|napsal|napsala|píše|řekl|řekla|říká|radí|doporučuje|podle'),
    toOthers: list(
      'ahoj všem|ahoj všichni|dobrý den všem|dobrý den všichni|vážení|vážený|vážená|milí kolegové|milý týme',
    ),
    closes: list('^s pozdravem|^hezký den|^zdravím|^s úctou|^odesláno z'),
  },
  sv: {
    asks: list(
      'tycker du om det här|tycker du om detta|tror du om det|stämmer det här|stämmer detta|är det här sant|är detta sant|översätt det här|översätt detta|sammanfatta det här|sammanfatta detta|förklara det här|förklara detta|vad betyder det här|vad betyder detta|vad vill de|svara på det här|svara på detta|skriv ett svar|skriv om det här|korta ner det här|rätta det här|förstår inte det här|gör en tabell',
    ),
    asksBelow: list('för kännedom|se nedan|kolla det här|läs det här|fyi$'),
    asksAbove: list('vad tycker du$|vad tror du$|åsikter$'),
    got: list(
      'fick det här|fick detta|fått det här|kom idag|kom in idag|skickade mig|skickade oss|vidarebefordrade|hittade det här|hittade på|från forumet|från wikin|från nyhetsbrevet|från ärendet|skrev$|säger$',
    ),
    says: list('svarade|svarar|skrev|skriver|sade|säger|rekommenderar|råder|enligt'),
    toOthers: list(
      'hej alla|hej allihopa|hej team|hej teamet|bästa kollegor|bästa kund*|kära kollegor|kära kund*|god morgon alla',
    ),
    closes: list(
      '^vänliga hälsningar|^med vänliga hälsningar|^mvh$|^hälsningar|^bästa hälsningar|^skickat från',
    ),
  },
  tr: {
    asks: list(
      'bunun hakkında ne düşünüyorsun|buna ne dersin|bu doğru mu|bunu çevir|bunu ingilizceye çevir|bunu özetle|bunu açıkla|bu ne demek|bu ne anlama|ne istiyorlar|buna nasıl cevap|buna nasıl yanıt|buna cevap yaz|buna yanıt yaz|bunu kısalt|bunu düzelt|bunu anlamadım|bunu tabloya|bundan bir tablo',
    ),
    asksBelow: list('bilgine$|aşağıya bak|şuna bak|şunu oku'),
    asksAbove: list('ne dersin$|ne düşünüyorsun$'),
    got: list(
      'bugün geldi|bana geldi|bana gönderdi|bize gönderdi|bana iletti|şunu buldum|forumdan|wikiden|bültenden|tutanaktan|yazmış$|demiş$',
    ),
    says: list('yazmış|yazdı|yazıyor|dedi|demiş|diyor|cevap verdi|yanıtladı|öneriyor|önerdi'),
    toOthers: list(
      'herkese merhaba|merhaba herkese|merhaba arkadaşlar|merhaba ekip|değerli müşteri*|sayın|sevgili ekip|arkadaşlar$',
    ),
    closes: list('^saygılarımla|^saygılarımızla|^iyi çalışmalar|^sevgiler|^selamlar'),
  },
  ru: {
    asks: list(
      'думаешь об этом|скажешь об этом|скажешь на это|это правда|это верно|переведи это|перевести это|перескажи это|кратко это|объясни это|объясни мне это|что это значит|что это означает|что тут написано|что здесь написано|чего они хотят|что они хотят|что ему надо|ответить на это|ответь на это|как ответить|напиши ответ|перефразируй это|сократи это|исправь это|не понимаю это|не понимаю, что|из этого таблицу|нас это касается|стоит ли',
    ),
    asksBelow: list('для информации|смотри ниже|см ниже|посмотри на это|глянь$|прочитай это|глянь, что'),
    asksAbove: list('что думаешь$|что скажешь$|твоё мнение|твое мнение|мнения$'),
    got: list(
      'пришло сегодня|пришло на почту|пришло вот|получил это|получила это|получил такое|прислал|прислала|прислали|переслал|переслала|переслали|нашёл на|нашел на|нашёл это|нашла это|с форума|из рассылки|из вики|из тикета|из протокола|из статьи|из письма|написал$|написала$|написали$|пишет$|говорит$|рекомендует$',
    ),
    says: list(
      'ответил|ответила|ответили|написал|написала|написали|пишет|пишут|сказал|сказала|говорит|говорят|советует|рекомендует|цитата|цитирую|дословно',
    ),
    toOthers: list(
      'коллеги|уважаемые|уважаемый|уважаемая|всем привет|привет всем|привет всем|добрый день всем|дорогие|ребята$|команда$',
    ),
    closes: list('^с уважением|^с наилучшими|^всего доброго|^хорошего дня|^отправлено с|^искренне ваш'),
  },
  uk: {
    asks: list(
      'думаєш про це|скажеш про це|це правда|це правильно|переклади це|перекласти це|підсумуй це|поясни це|поясни мені це|що це означає|що це значить|що тут написано|чого вони хочуть|відповісти на це|відповідь на це|як відповісти|напиши відповідь|перефразуй це|скороти це|виправ це|не розумію це|із цього таблицю|з цього таблицю',
    ),
    asksBelow: list('для інформації|дивись нижче|глянь$|поглянь на це|прочитай це'),
    asksAbove: list('що думаєш$|що скажеш$|твоя думка'),
    got: list(
      'прийшло сьогодні|прийшло на пошту|отримав це|отримала це|надіслав|надіслала|надіслали|переслав|переслала|переслали|знайшов на|знайшла на|з форуму|з розсилки|з вікі|з тікета|з протоколу|зі статті|написав$|написала$|пише$|каже$',
    ),
    says: list(
      'відповів|відповіла|відповіли|написав|написала|написали|пише|сказав|сказала|каже|радить|рекомендує|цитата|цитую|дослівно',
    ),
    toOthers: list(
      'шановні|шановний|шановна|колеги|всім привіт|привіт усім|привіт всім|добрий день усім|дорогі',
    ),
    closes: list('^з повагою|^з найкращими|^гарного дня|^усього найкращого|^надіслано з'),
  },
  ar: {
    asks: list(
      'ما رأيك في هذا|ما رأيك بهذا|هل هذا صحيح|ترجم هذا|ترجم لي هذا|لخص هذا|لخص لي هذا|اشرح هذا|اشرح لي هذا|ماذا يعني هذا|ما معنى هذا|ماذا يريدون|الرد على هذا|أرد على هذا|رد على هذا|اكتب ردا',
    ),
    asksBelow: list('للعلم$|انظر أدناه|انظر إلى هذا|اقرأ هذا'),
    asksAbove: list('ما رأيك$'),
    got: list('وصلني هذا|وصلتني|أرسل لي|أرسلت لي|أرسلوا لي|وجدت هذا|من المنتدى|من النشرة|كتب$'),
    says: list('كتب|كتبت|قال|قالت|رد|ردت|أجاب|ينصح|يقول|حسب|اقتباس'),
    toOthers: list('مرحبا جميعا|السادة|السيدات|أعزائي|عزيزي العميل|زملائي|إلى الجميع'),
    closes: list('^مع التحية|^مع خالص|^تحياتي|^وتفضلوا'),
  },
  hi: {
    asks: list(
      'इस बारे में क्या सोचते|इसके बारे में क्या|क्या यह सही|क्या यह सच|इसका अनुवाद|इसे संक्षेप|इसे समझाओ|इसका मतलब|इसका क्या मतलब|इसका जवाब|इस पर जवाब',
    ),
    asksBelow: list('यह देखो|यह पढ़ो|नीचे देखो'),
    asksAbove: list('क्या सोचते हो$|क्या कहते हो$'),
    got: list('आज मिला|मुझे मिला|मुझे भेजा|हमें भेजा|फ़ोरम से|लिखा$'),
    says: list('लिखा|लिखता है|कहा|कहता है|जवाब दिया|बताया|सलाह दी|के अनुसार'),
    toOthers: list('सभी को नमस्ते|प्रिय ग्राहक|प्रिय साथियों|नमस्ते टीम'),
    closes: list('^सादर|^धन्यवाद सहित|^भवदीय'),
  },
  da: {
    asks: list(
      'hvad synes du om|hvad tænker du om|hvad siger du til|passer det her|er det rigtigt|er det sandt|er det spam|er det fup|oversæt det|oversæt dette|oversæt det her|opsummer det|opsummer dette|sammenfat det|forklar mig det|forklar det her|hvad betyder det|hvad mener han|hvad mener hun|hvad vil de|hvad står der|hvad handler det om|svar på det|svar på det her|skriv et svar|lav et udkast til svar|omformuler det|forkort det|ret det til|læs korrektur|lav en tabel af',
    ),
    asksBelow: list(
      'til orientering$|se nedenfor|se her$|kig på det her|læs det her$|følgende$|tjek lige det',
    ),
    asksAbove: list('din mening$|hvad siger du$|hvad synes du$|hvad tænker du$|tanker$'),
    got: list(
      'fik det her|har fået det her|modtog det her|modtog dette|videresendt|sendte mig det|sendte os det|har sendt mig|kom i dag|kom lige|kom på mail|fandt det her|fundet på|^fra nyhedsbrevet|^fra wikien|^fra forummet|^fra håndbogen|^fra referatet|^fra artiklen|i min indbakke|foreslår følgende|anbefaler følgende|skrev$|skriver$|siger$|sagde$|svarede$',
    ),
    says: list(
      'skrev|skriver|svarede|svarer|sagde|siger|mener|anbefaler|foreslår|meddeler|har skrevet|har sagt|ifølge|citat|ordret',
    ),
    toOthers: list(
      'hej alle|hej alle sammen|hej allesammen|hej team|kære alle|kære kolleg*|kære kund*|kære bruger*|kære team|til alle|godmorgen alle|kære hr|kære fru',
    ),
    closes: list(
      '^med venlig hilsen|^venlig hilsen|^mange hilsner|^kærlig hilsen|^bedste hilsner|^hilsen|^mvh$|^vh$|^sendt fra min',
    ),
  },
  nb: {
    asks: list(
      'hva synes du om|hva tenker du om|hva sier du til|stemmer dette|stemmer det|er dette riktig|er det sant|er dette spam|er dette svindel|oversett dette|oversett det|oppsummer dette|oppsummer det|sammenfatt dette|forklar meg dette|forklar dette|hva betyr dette|hva betyr det|hva mener han|hva mener hun|hva vil de|hva står det|hva handler dette om|svar på dette|svar på det|skriv et svar|lag et utkast til svar|omformuler dette|forkort dette|les korrektur|lag en tabell av',
    ),
    asksBelow: list(
      'til orientering$|til info$|se nedenfor|se her$|se på dette|les dette$|følgende$|sjekk dette',
    ),
    asksAbove: list('din mening$|hva sier du$|hva synes du$|hva tenker du$|tanker$'),
    got: list(
      'fikk dette|har fått dette|mottok dette|mottatt dette|videresendt|sendte meg dette|sendte oss dette|har sendt meg|kom i dag|kom nettopp|kom på mail|kom på e-post|fant dette|funnet på|^fra nyhetsbrevet|^fra wikien|^fra forumet|^fra håndboka|^fra referatet|^fra artikkelen|i innboksen|foreslår følgende|anbefaler følgende|skrev$|skriver$|sier$|sa$|svarte$',
    ),
    says: list(
      'skrev|skriver|svarte|svarer|sa|sier|mener|anbefaler|foreslår|melder|har skrevet|har sagt|ifølge|sitat|ordrett',
    ),
    toOthers: list(
      'hei alle|hei alle sammen|hei team|kjære alle|kjære kolleg*|kjære kund*|kjære bruker*|kjære team|til alle|god morgen alle|kjære herr|kjære fru',
    ),
    closes: list(
      '^med vennlig hilsen|^vennlig hilsen|^mange hilsener|^beste hilsen|^hilsen|^mvh$|^vh$|^sendt fra min',
    ),
  },
  fi: {
    asks: list(
      'mitä mieltä olet tästä|mitä ajattelet tästä|mitä sanot tähän|pitääkö tämä paikkansa|onko tämä totta|onko tämä oikein|onko tämä roskapostia|onko tämä huijaus|käännä tämä|kääntäisitkö tämän|tiivistä tämä|tee tästä tiivistelmä|selitä tämä|selitä minulle tämä|mitä tämä tarkoittaa|mitä hän tarkoittaa|mitä he haluavat|mitä tässä lukee|mistä tässä on kyse|vastaa tähän|kirjoita vastaus|luonnostele vastaus|muotoile tämä|lyhennä tämä|oikolue tämä|tee tästä taulukko',
    ),
    asksBelow: list('tiedoksi$|katso alta|katso tämä|katso tätä|lue tämä$|seuraavaa$|tarkista tämä'),
    asksAbove: list('mielipiteesi$|mitä sanot$|mitä mieltä$|mitä ajattelet$|ajatuksia$'),
    got: list(
      'sain tämän|saimme tämän|tuli tänään|tuli juuri|tuli sähköpostilla|tuli postissa|lähetti minulle tämän|lähetti tämän|lähetti meille|välitti tämän|välitetty|löysin tämän|löytyi netistä|^uutiskirjeestä|^wikistä|^foorumilta|^käsikirjasta|^pöytäkirjasta|^artikkelista|sähköpostissani|ehdottaa seuraavaa|suosittelee seuraavaa|kirjoitti$|kirjoittaa$|sanoi$|sanoo$|vastasi$',
    ),
    says: list(
      'kirjoitti|kirjoittaa|vastasi|vastaa|sanoi|sanoo|suosittelee|ehdottaa|ilmoittaa|on kirjoittanut|on sanonut|mukaan|lainaus|sanatarkasti',
    ),
    toOthers: list(
      'hei kaikki|moi kaikki|hei tiimi|hyvät kolleg*|hyvät asiakk*|hyvä asiakas|hyvä vastaanottaja|hyvät käyttäj*|kaikille|huomenta kaikki|arvoisa*',
    ),
    closes: list(
      '^ystävällisin terveisin|^terveisin|^parhain terveisin|^kunnioittavasti|^yst terv|^t:|^lähetetty',
    ),
  },
  ro: {
    asks: list(
      'ce părere ai despre|ce crezi despre|ce zici de|e adevărat|este adevărat|e corect|este corect|e spam|e o țeapă|tradu asta|traduce asta|traduceți asta|tradu-mi asta|rezumă asta|fă un rezumat|explică-mi asta|explică asta|ce înseamnă asta|ce vrea să spună|ce vor de la|ce scrie aici|despre ce e vorba|răspunde la asta|răspunde-i la|scrie un răspuns|redactează un răspuns|reformulează asta|scurtează asta|corectează textul|fă un tabel din',
    ),
    asksBelow: list(
      'pentru informare$|vezi mai jos|uită-te la asta|uite asta$|citește asta$|următoarele$|verifică asta',
    ),
    asksAbove: list('părerea ta$|ce zici$|ce crezi$|ce părere ai$'),
    got: list(
      'am primit asta|am primit mailul|am primit mesajul|am primit următoarele|tocmai a venit|a venit azi|a venit pe mail|mi-a trimis asta|ne-a trimis|mi-a dat forward|redirecționat|am găsit asta|găsit pe|^din newsletter|^din wiki|^de pe forum|^din manual|^din minută|^din articol|în inbox|sugerează următoarele|recomandă următoarele|a scris$|scrie$|a zis$|zice$|a răspuns$',
    ),
    says: list(
      'a scris|scrie|a răspuns|răspunde|a spus|spune|zice|recomandă|sugerează|anunță|ne-a spus|mi-a spus|conform|citat|textual',
    ),
    toOthers: list(
      'bună tuturor|salut tuturor|bună echipă|salut echipă|dragi colegi|dragi clienți|stimați colegi|stimați clienți|stimate client|stimată doamnă|stimate domn|către toți|bună dimineața tuturor',
    ),
    closes: list('^cu stimă|^cu respect|^toate cele bune|^cu drag|^o zi bună|^numai bine|^trimis de pe'),
  },
  hu: {
    asks: list(
      'mit gondolsz erről|mi a véleményed erről|mit szólsz ehhez|igaz ez|helyes ez|ez spam|ez átverés|fordítsd le ezt|fordítsd le|foglald össze ezt|foglald össze|magyarázd el ezt|magyarázd el nekem|mit jelent ez|mit akar ezzel|mit akarnak|mi áll benne|miről szól ez|válaszolj erre|írj választ|írj egy választ|fogalmazz választ|fogalmazd át|rövidítsd le|lektoráld|csinálj belőle táblázatot',
    ),
    asksBelow: list(
      'tájékoztatásul$|lásd lent|lásd alább|nézd meg ezt|nézd ezt$|olvasd el ezt$|a következő$|ellenőrizd ezt',
    ),
    asksAbove: list('véleményed$|mit szólsz$|mit gondolsz$|mi a véleményed$'),
    got: list(
      'ezt kaptam|ezt kaptuk|ma jött|most jött|mailben jött|e-mailben jött|ezt küldte|elküldte nekem|elküldte nekünk|továbbította|továbbítva|ezt találtam|^a hírlevélből|^a wikiből|^a fórumról|^a kézikönyvből|^a jegyzőkönyvből|^a cikkből|a postafiókomban|a következőt javasolja|a következőt ajánlja|írta$|írja$|mondta$|mondja$|válaszolta$',
    ),
    says: list(
      'írta|írja|válaszolta|válaszolja|mondta|mondja|javasolja|ajánlja|közölte|közli|szerint|idézet|szó szerint',
    ),
    toOthers: list(
      'sziasztok|kedves mindenki|kedves kolléga*|kedves kollég*|kedves ügyf*|kedves csapat|tisztelt ügyf*|tisztelt kollég*|tisztelt uram|tisztelt hölgyem|tisztelt címzett|mindenkinek|jó reggelt mindenkinek',
    ),
    closes: list(
      '^üdvözlettel|^tisztelettel|^üdv$|^sok üdvözlettel|^szívélyes üdvözlettel|^köszönettel|^elküldve',
    ),
  },
  el: {
    asks: list(
      'τι γνώμη έχεις για|τι πιστεύεις για|τι λες για αυτό|ισχύει αυτό|είναι αλήθεια|είναι σωστό αυτό|είναι spam|είναι απάτη|μετάφρασε αυτό|μετάφρασέ το|μετάφρασέ μου|κάνε περίληψη|συνόψισε αυτό|εξήγησέ μου αυτό|εξήγησε αυτό|τι σημαίνει αυτό|τι εννοεί|τι θέλουν|τι λέει εδώ|περί τίνος πρόκειται|απάντησε σε αυτό|γράψε μια απάντηση|γράψε απάντηση|διατύπωσε αλλιώς|συντόμευσέ το|κάνε επιμέλεια|φτιάξε πίνακα από',
    ),
    asksBelow: list('για ενημέρωση$|δες παρακάτω|κοίτα αυτό|δες αυτό$|διάβασε αυτό$|τα εξής$|έλεγξε αυτό'),
    asksAbove: list('η γνώμη σου$|τι λες$|τι πιστεύεις$|τι γνώμη έχεις$'),
    got: list(
      'πήρα αυτό|έλαβα αυτό|λάβαμε αυτό|ήρθε σήμερα|μόλις ήρθε|ήρθε με mail|μου έστειλε αυτό|μας έστειλε|μου προώθησε|προωθημένο|βρήκα αυτό|^από το newsletter|^από το wiki|^από το φόρουμ|^από το εγχειρίδιο|^από τα πρακτικά|^από το άρθρο|στα εισερχόμενα|προτείνει τα εξής|συνιστά τα εξής|έγραψε$|γράφει$|είπε$|λέει$|απάντησε$',
    ),
    says: list(
      'έγραψε|γράφει|απάντησε|απαντά|είπε|λέει|συνιστά|προτείνει|ανακοίνωσε|σύμφωνα με|παράθεμα|αυτολεξεί',
    ),
    toOthers: list(
      'γεια σε όλους|γεια σας όλοι|καλημέρα σε όλους|αγαπητοί συνάδελφοι|αγαπητοί όλοι|αγαπητοί πελάτες|αγαπητέ πελάτη|αγαπητέ κύριε|αγαπητή κυρία|προς όλους|αξιότιμ*',
    ),
    closes: list(
      '^με εκτίμηση|^φιλικά|^με φιλικούς χαιρετισμούς|^χαιρετισμούς|^ευχαριστώ εκ των προτέρων|^στάλθηκε από',
    ),
  },
  fa: {
    asks: list(
      'نظرت درباره این|نظرت در مورد این|نظرت راجع به این|این درسته|این درست است|این راسته|این اسپم است|این کلاهبرداری|این را ترجمه کن|اینو ترجمه کن|ترجمه کن$|این را خلاصه کن|اینو خلاصه کن|خلاصه کن$|این را توضیح بده|اینو توضیح بده|یعنی چی این|این یعنی چی|منظورش چیه|چی می خواهند|چی نوشته|درباره چیه|جواب این را بنویس|جوابش را بنویس|یک جواب بنویس|یه جواب بنویس|بازنویسی کن|کوتاهش کن|ویرایش کن$|جدولش کن',
    ),
    asksBelow: list('جهت اطلاع$|پایین را ببین|این را ببین|اینو ببین|این را بخوان|اینو بخون|به شرح زیر$'),
    asksAbove: list('نظرت چیه$|نظرت$|چی میگی$|چه فکر می کنی$'),
    got: list(
      'این به دستم رسید|این را دریافت کردم|اینو گرفتم|امروز آمد|امروز اومد|الان اومد|با ایمیل آمد|برایم فرستاد|برام فرستاد|برایمان فرستاد|فوروارد کرد|پیدا کردم|^از خبرنامه|^از ویکی|^از انجمن|^از راهنما|^از صورتجلسه|^از مقاله|پیشنهاد می کند|توصیه می کند|نوشت$|نوشته$|گفت$|گفته$|جواب داد$',
    ),
    says: list('نوشت|نوشته|جواب داد|پاسخ داد|گفت|گفته|توصیه کرد|پیشنهاد کرد|اعلام کرد|طبق گفته|نقل قول|عینا'),
    toOthers: list(
      'سلام به همه|سلام دوستان|سلام همکاران|همکاران گرامی|همکاران عزیز|مشتریان گرامی|مشتری گرامی|کاربران گرامی|کاربر گرامی|جناب آقای|سرکار خانم|خدمت همه',
    ),
    closes: list('^با احترام|^با تشکر|^ارادتمند|^با سپاس|^موفق باشید|^ارسال شده از'),
  },
  he: {
    asks: list(
      'מה דעתך על זה|מה אתה חושב על זה|מה את חושבת על זה|מה אתה אומר על זה|זה נכון|האם זה נכון|זה אמיתי|זה ספאם|זו הונאה|תרגם את זה|תרגמי את זה|תתרגם את זה|סכם את זה|תסכם את זה|תסביר לי את זה|הסבר לי את זה|מה זה אומר|מה הוא רוצה|מה היא רוצה|מה הם רוצים|מה כתוב כאן|על מה מדובר|תענה על זה|ענה על זה|כתוב תשובה|תכתוב תשובה|נסח תשובה|נסח מחדש|קצר את זה|תקצר את זה|תגיה את זה|תעשה מזה טבלה',
    ),
    asksBelow: list('לידיעה$|לידיעתך$|ראה למטה|תסתכל על זה|תראה את זה|תקרא את זה$|להלן$|תבדוק את זה'),
    asksAbove: list('דעתך$|מה אתה אומר$|מה דעתך$|מה את אומרת$'),
    got: list(
      'קיבלתי את זה|קיבלנו את זה|הגיע היום|הגיע עכשיו|הגיע במייל|שלח לי את זה|שלחה לי את זה|שלחו לי את זה|שלחו לנו|העביר לי|העבירו לי|מצאתי את זה|^מהניוזלטר|^מהוויקי|^מהפורום|^מהמדריך|^מהפרוטוקול|^מהמאמר|בתיבת הדואר|מציע את הדברים הבאים|ממליץ על הדברים הבאים|כתב$|כתבה$|כתבו$|אמר$|אמרה$|ענה$|ענתה$',
    ),
    says: list(
      'כתב|כתבה|כתבו|ענה|ענתה|אמר|אמרה|אומר|אומרת|ממליץ|ממליצה|הציע|הודיע|הודיעה|לפי|ציטוט|מילה במילה',
    ),
    toOthers: list(
      'שלום לכולם|היי לכולם|היי כולם|שלום צוות|חברים יקרים|לקוחות יקרים|לקוח יקר|עמיתים יקרים|עובדים יקרים|לכל המעוניין|בוקר טוב לכולם|לכבוד',
    ),
    closes: list('^בברכה|^בכבוד רב|^תודה מראש|^בתודה|^כל טוב|^נשלח מ'),
  },
  'hi-Latn': {
    asks: list(
      'iske baare mein kya|is baare mein kya sochte|kya lagta hai|ye sahi hai|yeh sahi hai|kya ye sach|kya yeh sach|ye spam hai|yeh spam hai|ye scam hai|isko translate|ise translate|iska translation|translate kar do|isko summarise|isko summarize|iska summary|summary bana do|isko samjhao|mujhe samjhao|iska matlab kya|kya matlab hai|kya chahte hain|kya likha hai|isme kya hai|iska jawab likho|iska reply likho|reply likh do|jawab likh do|reply draft karo|isko rephrase|isko chhota karo|isko short karo|proofread kar do|table bana do',
    ),
    asksBelow: list('fyi$|neeche dekho|niche dekho|ye dekho|yeh dekho|ye padho|yeh padho|ye check karo'),
    asksAbove: list('kya bolte ho$|kya lagta hai$|kya sochte ho$|thoughts$'),
    got: list(
      'ye mila|yeh mila|ye aaya|yeh aaya|aaj aaya|abhi aaya|mail mein aaya|mail aaya|mujhe bheja|humein bheja|forward kiya|ye mila mujhe|internet pe mila|^newsletter se|^wiki se|^forum se|^manual se|^minutes se|^article se|inbox mein|likha hai$|likha$|bola$|bole$|kaha$|kehta hai$|reply kiya$',
    ),
    says: list(
      'ne likha|ne kaha|ne bola|ka kehna hai|kehta hai|kehte hain|ne reply kiya|ne jawab diya|suggest karta|recommend karta|ke hisaab se|quote',
    ),
    toOthers: list(
      'hello sabko|hi sabko|namaste sabko|dear sir|dear madam|dear team|dear all|dear customer*|dear colleague*|hi team|hello team|good morning sabko|priya grahak',
    ),
    closes: list('^dhanyavaad|^shukriya|^regards|^warm regards|^aapka|^sent from my'),
  },
  vi: {
    asks: list(
      'bạn nghĩ gì về|bạn thấy sao về|nghĩ sao về cái này|cái này có đúng|điều này có đúng|có thật không|có phải spam|có phải lừa đảo|dịch cái này|dịch giúp|dịch đoạn này|dịch hộ|tóm tắt cái này|tóm tắt đoạn này|tóm tắt giúp|giải thích cái này|giải thích đoạn này|giải thích giúp|nghĩa là gì|ý là gì|họ muốn gì|viết gì|nói về cái gì|trả lời cái này|trả lời giúp|viết câu trả lời|viết thư trả lời|soạn câu trả lời|viết lại đoạn này|rút gọn đoạn này|sửa lỗi đoạn này|làm thành bảng',
    ),
    asksBelow: list('để biết$|xem bên dưới|xem cái này|đọc cái này$|như sau$|kiểm tra cái này'),
    asksAbove: list('ý kiến của bạn$|bạn thấy sao$|bạn nghĩ sao$|nghĩ sao$'),
    got: list(
      'tôi nhận được|mình nhận được|vừa nhận được|mới nhận được|vừa đến|đến hôm nay|gửi cho tôi|gửi cho mình|gửi cho chúng tôi|chuyển tiếp|tìm thấy trên|tôi tìm thấy|^từ bản tin|^từ wiki|^từ diễn đàn|^từ sổ tay|^từ biên bản|^từ bài báo|trong hộp thư|đề xuất như sau|khuyên như sau|viết$|đã viết$|nói$|đã nói$|trả lời$',
    ),
    says: list(
      'viết|đã viết|trả lời|đã trả lời|nói|đã nói|nói rằng|khuyên|đề xuất|thông báo|theo lời|trích|nguyên văn',
    ),
    toOthers: list(
      'chào mọi người|xin chào mọi người|chào cả nhà|chào cả nhóm|kính gửi|các bạn thân mến|quý khách|kính thưa|gửi mọi người|chào buổi sáng mọi người',
    ),
    closes: list('^trân trọng|^thân mến|^thân ái|^kính thư|^xin cảm ơn|^gửi từ'),
  },
  id: {
    asks: list(
      'menurutmu bagaimana|menurut kamu ini|menurut anda ini|pendapatmu tentang ini|apa pendapat|apakah ini benar|ini benar|ini betul|apakah ini spam|apakah ini penipuan|terjemahkan ini|tolong terjemahkan|ringkas ini|rangkum ini|tolong rangkum|jelaskan ini|tolong jelaskan ini|apa artinya ini|apa maksudnya|maksudnya apa|mereka mau apa|isinya apa|tentang apa ini|balas ini|tolong balas|tulis balasan|buatkan balasan|buat draf balasan|tulis ulang ini|persingkat ini|koreksi ini|jadikan tabel',
    ),
    asksBelow: list(
      'untuk info$|sekadar info$|lihat di bawah|lihat ini|coba lihat ini|baca ini$|sebagai berikut$|cek ini',
    ),
    asksAbove: list('pendapatmu$|gimana menurutmu$|bagaimana menurutmu$|menurutmu$'),
    got: list(
      'saya dapat ini|aku dapat ini|baru dapat ini|baru masuk|masuk hari ini|datang hari ini|dikirim ke saya|mengirim saya ini|mengirim ini|kirim ini|diteruskan|meneruskan ini|saya menemukan ini|nemu ini|^dari newsletter|^dari wiki|^dari forum|^dari buku panduan|^dari notulen|^dari artikel|di inbox|menyarankan berikut|merekomendasikan berikut|menulis$|tulis$|berkata$|bilang$|menjawab$',
    ),
    says: list(
      'menulis|tulisnya|membalas|menjawab|berkata|bilang|mengatakan|menyarankan|merekomendasikan|mengumumkan|menurut|kutipan|kata per kata',
    ),
    toOthers: list(
      'halo semua|hai semua|halo semuanya|hai tim|halo tim|dear semua|yth|kepada yth|rekan-rekan|pelanggan yang terhormat|bapak dan ibu|bapak ibu|selamat pagi semua',
    ),
    closes: list('^salam|^salam hangat|^hormat saya|^hormat kami|^terima kasih atas perhatian|^dikirim dari'),
  },
};

/** Languages that set none, or whose words take endings that run on. */
export const unspaced: Readonly<Record<string, HandingOver>> = {
  zh: {
    asks: list(
      '怎么看这|怎麼看這|这段怎么看|觉得这|覺得這|帮我翻译|幫我翻譯|翻译成|翻譯成|翻译一下|翻譯一下|翻译这|总结这|总结一下|總結一下|概括一下|解释一下这|解释这|解釋這|这是什么意思|這是什麼意思|什么意思|什麼意思|说的是什么|說的是什麼|写的什么|在说什么|他们想要|他想要什么|该怎么回|該怎麼回|怎么回复|怎麼回覆|怎么回他|帮我回|幫我回|起草回复|写个回复|润色这|改写这|缩短这|看不懂|是真的吗|是真的嗎|這對嗎|整理成|做成表格|靠谱吗|要紧吗|跟我们有关',
    ),
    asksBelow: list('供参考$|如下$|看看这个|看看这|看下面|见下|瞧瞧这|讀一下這|读一下这'),
    asksAbove: list('你怎么看$|你觉得呢$|你怎麼看$'),
    got: list(
      '收到的|收到这|收到這|今天收到|刚收到|剛收到|发给我|發給我|发来|發來|转发|轉發|转给我|找到的|看到的|摘自|复制自|抄自|论坛上|論壇上|群里|写了|寫了|建议如下|推荐如下|寫道$|写道$',
    ),
    says: list('回复说|回覆說|写道|寫道|说|說|告诉我|告訴我|表示|原话|原話|引用'),
    toOthers: list(
      '各位同事|各位|大家好|尊敬的|亲爱的客户|親愛的客戶|同事们|同事們|全体|全體|致所有|敬启者|敬啟者',
    ),
    closes: list('^此致|^敬礼|^敬禮|^祝好|^敬上|^顺颂|^順頌|敬上$|谨启$|謹啟$'),
  },
  ja: {
    asks: list(
      'これどう思|どう思う|どう思いますか|これを訳|英語に訳|日本語に訳|翻訳して|訳して|要約して|まとめて$|説明して$|これはどういう意味|どういう意味|何て書いて|何と書いて|何が書いて|何が言いたい|何を求めて|返事を書いて|返信を書いて|返信案|どう返事|どう返信|どう返せば|言い換えて|短くして|添削して|校正して|本当ですか|正しいですか|表にして|読めない|意味が分から|意味がわから',
    ),
    asksBelow: list('参考まで|以下$|以下の通り$|これ見て|これを見て|これ読んで|下記$'),
    asksAbove: list('どう？$|どうかな$|意見は$'),
    got: list(
      '届いた|届きました|来ました$|来た$|もらった|もらいました|受け取った|受け取りました|送ってきた|送ってきました|転送され|転送します|見つけた|見つけました|からの返事|からの返信|回答です|返答です|返信です|引用$|抜粋|コピー|書いてあった|より$',
    ),
    says: list('と言って|と言った|曰く|によると|引用'),
    toOthers: list(
      '^各位|関係者各位|皆様|皆さま|みなさま|みなさん$|お客様各位|社員各位|ご担当者様|お世話になっております|お疲れさまです|お疲れ様です',
    ),
    closes: list('^敬具|^以上$|^草々|^かしこ'),
  },
  ko: {
    asks: list(
      '이거 어떻게 생각|어떻게 생각해|어떻게 생각하|이거 번역|번역해|요약해|설명해 줘$|설명해줘$|무슨 뜻|뭐라고 쓰|뭐라고 적|뭘 원하는|답장 써|답장을 써|어떻게 답|뭐라고 답|고쳐 써|줄여 줘|사실이야|표로 만들',
    ),
    asksBelow: list('참고로$|이거 봐|아래 봐|다음과 같|이거 읽어'),
    asksAbove: list('어때?$|의견$'),
    got: list(
      '받았어|받았습니다|왔어$|왔습니다$|보내왔|보내 왔|보내줬|전달받|찾았어|찾았습니다|에서 퍼|에서 복사',
    ),
    says: list('답했|대답했|썼어|적었|말했|말하길|라고 했|추천했|권했|에 따르면|인용'),
    toOthers: list('여러분|고객님|임직원|동료 여러분|안녕하세요 여러분|팀원 여러분|담당자님'),
    closes: list('드림$|올림$|배상$'),
  },
  th: {
    asks: list(
      'คิดยังไงกับ|คิดอย่างไรกับ|คิดว่ายังไง|อันนี้จริงไหม|จริงหรือเปล่า|ถูกไหม|ถูกต้องไหม|เป็นสแปมไหม|หลอกลวงไหม|แปลอันนี้|แปลให้หน่อย|ช่วยแปล|สรุปอันนี้|สรุปให้หน่อย|ช่วยสรุป|อธิบายอันนี้|ช่วยอธิบาย|แปลว่าอะไร|หมายความว่าอะไร|เขาต้องการอะไร|เขียนว่าอะไร|เกี่ยวกับอะไร|ตอบอันนี้|ช่วยตอบ|เขียนคำตอบ|ร่างคำตอบ|เรียบเรียงใหม่|ย่อให้หน่อย|ตรวจทานให้|ทำเป็นตาราง',
    ),
    asksBelow: list('เพื่อทราบ$|ดูข้างล่าง|ดูด้านล่าง|ดูอันนี้|อ่านอันนี้|ดังนี้$|เช็กอันนี้'),
    asksAbove: list('ว่าไง$|คิดว่าไง$|ความเห็น$|คิดยังไง$'),
    got: list(
      'ได้รับมา|ได้รับข้อความนี้|ได้รับอีเมลนี้|เพิ่งได้|เพิ่งมา|ส่งมาให้|ส่งมา$|ส่งต่อมา|ฟอร์เวิร์ด|เจออันนี้|เจอในเน็ต|คัดลอกมา|จากจดหมายข่าว|จากวิกิ|จากเว็บบอร์ด|จากคู่มือ|จากรายงานการประชุม|จากบทความ|แนะนำดังนี้|เขียนว่า$|บอกว่า$|ตอบว่า$',
    ),
    says: list('เขียนว่า|บอกว่า|ตอบว่า|กล่าวว่า|แนะนำว่า|แจ้งว่า|ประกาศว่า|อ้างอิงจาก'),
    toOthers: list('สวัสดีทุกคน|สวัสดีทุกท่าน|สวัสดีทีม|เรียนทุกท่าน|เรียนลูกค้า|เรียนเพื่อนร่วมงาน|เรียนคุณ|ถึงทุกคน|ถึงทุกท่าน'),
    closes: list('^ขอแสดงความนับถือ|^ด้วยความเคารพ|^ขอบคุณล่วงหน้า|^ส่งจาก'),
  },
};
