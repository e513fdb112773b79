// Hindi in Latin letters, as people in India type it to their agents: mixed with English, each word spelled several ways.
import type { Lexicon } from '../lexicon.ts';
import { phrases } from '../phrases.ts';

// What is spelled like an English word (to, is, the, in, us, me, main, are, do, hi, bus) gives nothing away and is left out.
export const hiLatn: Lexicon = {
  code: 'hi-Latn',
  script: 'Latin',
  spaces: true,
  mixedWith: 'en',
  stemmer: 'english',
  // English plurals and the Hindi ones
  endings: ['iyon', 'iyan', 'iyaan', 'aon', 'on', 'en', 'ein', 's'],
  functionWords:
    'hai hain hen tha thi thay ho hoon hun hu hoga hogi honge hota hoti hote hua hui hue ka ki ke ko se mein mei mai pe par tak liye lie wala wali wale vala vali aur ya lekin magar agar toh bhi hee kya kyu kyun kyon kaise kese kaisa kaisi kab kaha kahan kidhar kaun kon kisko kisne kiska kiski kitna kitni kitne konsa kaunsa kaunsi yeh ye woh wo voh vo inko inka unka unko uska uski uske usko isko iska iski iske usse isse jo jab jaise jaisa jahan jaha tab phir fir nahi nahin nhi nai nahii mat naa mera meri mere mujhe mujhko muje maine mene mainne hum ham hame hamein humein humara humari humare hamara hamari hamare humne hamne tum tumne tumhe tumko tumhara tumhari tere tera teri tujhe tune aap aapne apne apna apni aapka aapki aapke aapko unhone unhe usne isne sab sabhi kuch kuchh koi kisi har ek aisa aise aisi waisa waise itna itni bahut bohot bahot thoda thodi thode zyada jyada sirf bas abhi ab kabhi yahan yaha wahan waha idhar udhar kar karo karna karna karta karti karte karenge karen kare kiya kiye ki kijiye kijie karke karo kro krna krdo kardo rakho rakhna rakhte dena diya de do lena liya lo le raha rahi rahe gaya gayi gaye gya jata jati jate jana jaye jaaye jao aana aata aati aaya aayi chahiye chahie chaiye hona hone bina baad pehle pahle saath sath andar bahar upar neeche niche bilkul shayad matlab haan han ji accha acha achha theek thik yaar bhai arre arey kyunki kyuki islye isliye warna varna balki taki taaki jagah bajaye bajay wahi yahi jitna jitni sakta sakti sakte dono',
  emptyWords:
    'ji shri shrimati dr cheez chiz cheezein baat baatein tarika tareeka tarah baar bar waqt time jagah please plz plzz dhanyavaad dhanyawad shukriya thanks sorry maaf maafi hello namaste accha acha theek thik sahi galat bilkul zaroor jarur zarur hamesha kabhi dobara phir wapas aage ab abhi use karo karna karte rakho rakhna dalo daalo daal likho likhna banao bana dekho dekhna bolo bola bolta kaha kehna batao bataya samjho samjha yaad dhyan note bhool bhul mat pasand chahiye jaruri zaroori zaruri sirf bas kuch sab log cheeze kaam kam wala wali wale to is the in us me main do hi are bus it on ok okay just all we i you my our and no not don',
  cues: {
    always: phrases(`
      hamesha|hameshaa|humesha|hamesa|hmesha|hamesha hi|har baar|har bar|har dafa|har time|har waqt|hardam
      sada|sadaiv|by default|default mein|default me|default roop se|rule hai|rule ye hai|rule yeh hai
      niyam hai|rule of thumb|generally|aam taur par|aam taur pe|usually|normally|always|every time|har jagah
      har ek|har case mein|har case me|har haal mein|har haal me|har halat mein|bina exception|jab bhi|jab jab
      kabhi bhi ... tab|^har|^sab|^sabhi|^saare|^saari|sabhi ... hone chahiye|har ... hona chahiye
      har ... honi chahiye|har ... chahiye|sab ... chahiye|roz|har roz|har mahine|har hafte
    `),
    never: phrases(`
      kabhi nahi|kabhi nahin|kabhi nhi|kabhi bhi nahi|kabhi bhi nhi|kabhi mat|kabhi bhi mat|kabhi na
      kabhi bhi na|kabhi ... mat|kabhi bhi ... mat|kabhi ... nahi|kabhi bhi ... nahi|kabhi ... nhi
      kisi bhi haal mein nahi|kisi bhi haal me nahi|kisi bhi haal mein|kisi bhi haal me|kisi bhi halat mein
      kisi bhi surat mein|kisi bhi tarah nahi|bilkul nahi|bilkul nhi|bilkul mat|bilkul bhi nahi|bilkul bhi mat
      hargiz nahi|hargiz mat|galti se bhi|bhool ke bhi|bhul ke bhi|bhoolkar bhi|never|zindagi mein kabhi
    `),
    fromNowOn: phrases(`
      ab se|abse|aaj se|aj se|aage se|agey se|age se|ab aage se|is baar se|agli baar|agli baar se|agli bar se
      next time|next time se|from now on|ab ke baad|iske baad se|iske baad hamesha|kal se|is hafte se
      is mahine se|aane wale time|aane wale samay|future mein|future me|aainda|aaindaa|aindaa|aage chal ke
      aage chalkar|aage chal kar|going forward|monday se
    `),
    remember: phrases(`
      yaad rakho|yaad rakhna|yad rakhna|yad rakho|yaad rakhiye|yaad rakhiyega|yaad rakhein|yaad rakhe
      yaad rahe|yaad se|yaad kar lo|yaad karlo|dhyan rakho|dhyan rakhna|dhyan rakhiye|dhyaan rakhna
      dhyaan rakho|dhyan rahe|dhyaan rahe|dhyan dena|dhyan do|bhoolna mat|bhulna mat|mat bhoolna|mat bhulna
      bhool mat jana|bhul mat jana|bhoolna nahi|bhulna nahi|na bhoolna|note karo|note kar lo|note karlo
      note kr lo|note rakho|likh lo|likh ke rakh lo|gaanth baandh lo|ganth bandh lo|dimag mein rakho
      dimag me rakhna|mind mein rakho|keep in mind|remember|fyi|for your info|bata du|bata dun|bata doon
      bata deta hu|bata deti hu|jaankari ke liye|jankari ke liye|tumhe pata hona chahiye
      aapko pata hona chahiye|pata hona chahiye|reminder|ek baat yaad|save kar lo|memory mein|memory me daal
      for the record|note:
    `),
    must: phrases(`
      chahiye|chahie|chaiye|hona chahiye|honi chahiye|hone chahiye|karna chahiye|hona hi chahiye|chahiye hi
      zaroori|zaruri|jaruri|jaroori|zaroori hai|jaruri hai|compulsory|mandatory|must|must hai|required hai
      anivarya|karna hai|karni hai|karne hain|karna hoga|karna hi hai|karna padega|karna padta|likhna hai
      likhni hai|rakhna hai|rakhni hai|bhejna hai|bhejni hai|lena hai|dena hai|hona hai|jana hai|jani hai
      jaana chahiye|jana chahiye|lagana hai|lagani hai|daalna hai|mein jayega|mein jaata hai|me jata hai
      mein jaati hai|mein rehta hai|mein rahega|me rahega|rahega|rahegi|aayega|aayegi|pakka|should be
      ke bina nahi
    `),
    prefer: phrases(`
      pasand hai|pasand hain|pasand nahi|pasand nhi|mujhe pasand|muje pasand|zyada pasand|jyada pasand
      accha lagta|acha lagta|achha lagta|acchi lagti|achi lagti|acche lagte|behtar lagta|better lagta
      better hai agar|theek lagta|mujhe chahiye|muje chahiye|mujhe nahi chahiye|muje nahi chahiye
      nahi chahiye mujhe|main chahta|mai chahta|main chahti|mai chahti|chahta hu|chahta hoon|chahti hu
      chahti hoon|prefer karta|prefer karti|prefer karte|i prefer|mujhe prefer|meri pasand|meri choice
      nafrat hai|chidh hai|chid hoti|chidh hoti|irritate hota|irritate karta|bardasht nahi|jhel nahi
      mere liye aasan|mere liye easy|mere liye better|bura lagta|hate karta|hate karti
    `),
    custom: phrases(`
      hum use karte|hum log use|ham use karte|hum ... use karte|hum ... use nahi karte|hum ... nahi karte
      hum ... karte hain|hum ... karte hai|hum ... rakhte|hum ... likhte|hum ... bolte|hum ... kehte
      hum ... bhejte|hum ... lete|hum ... dete|hum ... banate|hum ... chalate|hum log|ham log|humare yahan
      hamare yahan|humare yaha|hamare yaha|apne yahan|apne yaha|humari team|hamari team|hamare team|apni team
      team mein|team me|office mein|office me|dukaan pe|dukan pe|company mein|company me|company ka rule
      humara rule|hamara rule|hamara standard|humara style|hamara tareeka|hamara tarika|policy hai
      policy ye hai|convention hai|standard hai|is project mein|is project me|is repo mein|is repo me
      is code mein|hamare project|humare project|main use karta|main use karti|mai use karta|mai use karti
      main hamesha|mai hamesha|tay hua|tay hai|tay kiya|decide kiya|decide hua|decide ho gaya|decision:
      humne decide|hamne decide|hamne socha|fix hai|chalta hai hamare
    `),
    forbid: phrases(`
      mat karo|mat karna|mat kar|mat kro|mat krna|mat karein|mat kijiye|mat likho|mat likhna|mat daalo
      mat dalo|mat daalna|mat dalna|mat lagao|mat lagana|mat chhuo|mat chhedo|mat chedo|mat chhedna|mat bhejo
      mat bhejna|mat hatao|mat badlo|mat use karo|mat use karna|use mat karo|use mat karna|use mat kro|mat do
      mat dena|mat rakho|mat banao|mat bolo|mat push|push mat|delete mat|mat|na karo|na karna|na karein
      na likhein|na daalein|nahi karna|nahi karna hai|nhi karna|nahi chalega|nhi chalega|nahi chalegi
      nahi daalna|nahi likhna|nahi bhejna|nahi hona chahiye|nahi honi chahiye|nahi hone chahiye|nahi chahiye
      nhi chahiye|nai chahiye|band karo|band kar do|band kardo|bandh karo|bacho|se bacho|avoid karo
      avoid karna|chhod do|chod do|allowed nahi|allow nahi|not allowed|mana hai|manaa hai|haath mat|hath mat
      koi ... nahi|koi ... nahi chahiye|no ... please|ke bina|bina|don't|dont|zaroorat nahi|jarurat nahi
      ki zarurat nahi|touch mat|^no|^koi bhi
    `),
    please: phrases(`
      please|plz|pls|plss|kripya|kripaya|meherbani|zara|jara|use karo|use karna|use kro|use kijiye|use karein
      use karen|istemal karo|istemaal karo|istemaal karna|likho|likhna|likha karo|likhiye|rakho|rakhna
      rakha karo|rakhiye|kiya karo|kiya karna|kara karo|diya karo|diya karna|bheja karo|pucha karo|poocha karo
      puch lena|pooch lena|pehle pucho|pehle poocho|check kar lena|check kiya karo|dhyan se|make sure
      sure karo|ensure karo|karte raho|^use|^keep|^write|bola karo|round karo|jawab do|jawab dena|reply do
      reply karo|daalo|daalna|daala karo|lagaya karo|shuru karo ... se
    `),
    only: phrases(`
      sirf|sirf aur sirf|keval|kewal|only|bas yahi|bas itna|bas wahi|exactly|ek dum|ekdum exact|siwaye|sivay
      siwa|ke alawa|ke alava|except|exception|chhod ke|chhodkar|chhod kar|chod ke|jab tak ... nahi
      zyada se zyada|jyada se jyada|kam se kam|maximum|max|minimum|at most|at least|se zyada nahi
      se jyada nahi|aur kuch nahi|kuch aur nahi|koi aur nahi|bas|baki kuch nahi
    `),
    instead: phrases(`
      ki jagah|ke jagah|ki jagah pe|ki jagah par|iski jagah|uski jagah|ke bajaye|ki bajaye|ke bajay|ki bajay
      ke bajae|bajaye|ke badle|ki badle|instead of|instead|rather than|nahi balki|na ki|naki|se accha
      se behtar|, nahi|nahi, ... use|, not|mat karo, ... karo
    `),
    again: phrases(`
      wapas|vapas|wapis
      phir se|fir se|phirse|firse|phir wahi|fir wahi|fir vahi|dobara|dubara|doobara|again|ek baar phir
      ek bar fir|ek baar aur|maine kaha tha|maine bola tha|mene kaha tha|mene bola tha|maine kaha na
      maine bola na|bola tha na|kaha tha na|pehle bhi kaha|pehle bhi bola|pehle bhi bataya|pahle bhi bola
      pehle bhi keh chuka|kitni baar|kitni bar|kitni dafa|kitni baar bolu|kitni baar kahu|kitni baar samjhau
      bar bar|baar baar|har baar bolna|har baar batana|wahi galti|vahi galti|same galti|same mistake
      teesri baar|tisri baar|chauthi baar|# baar bol|jaisa maine kaha|jaise maine kaha|jaise bola tha
      abhi bhi wahi|ab bhi wahi|as usual|pehle jaisa
    `),
    wrong: phrases(`
      ^nahi|^nahin|^nhi|^nai|^naa|^no|^galat|^ghalat|^arre nahi|^are nahi|^wrong|^ruko|^nope|galat hai
      ye galat|yeh galat|galat kar|galat kiya|galat likha|galat jagah|phir galat|fir galat|sahi nahi|sahi nhi
      theek nahi|thik nahi|aise nahi|aise nhi|aisa nahi|ye nahi|yeh nahi|ye kya|ye kya kiya|yeh kya
      maine ye nahi|maine yeh nahi|maine aisa nahi|tum bhool gaye|tum bhul gaye|bhool gaye|bhul gaye
      aap bhool gaye|tumne phir|tumne fir|aapne phir|aapne fir|tumne galat|aapne galat|tumne ... kar diya
      aapne ... kar diya|kyu kiya|kyun kiya|kyu daala|kyun daala|kyu dala|bahut lamba|bohot lamba|bahut chhota
      bahut zyada|bohot zyada|hona chahiye tha|wapas karo|undo karo|revert karo|gadbad
    `),
    repair: phrases(`
      mujhe ... karna pada|muje ... karna pada|mujhe khud|muje khud|khud karna pada|khud hi karna|khud theek
      khud thik|khud se theek|haath se theek|hath se theek|haath se|hath se|manually|maine theek kiya
      maine thik kiya|maine wapas|mene wapas|maine phir se theek|maine khud|mene khud|karna pada|karni padi
      karne pade|badalna pada|hatana pada|likhna pada|theek karna pada|thik karna pada|wapas badla|wapas daala
      revert karna pada
    `),
    change: phrases(`
      ab|abhi se|ab nahi|ab nhi|ab hum|ab ham|ab se|aaj kal|aajkal|pehle ... ab|pehle ... the|pehle ... tha
      pehle ... thi|badal gaya|badal gayi|badal gaye|badal diya|badal di|badla hai|badli hai|change ho gaya
      change ho gayi|change kar diya|change hua|shift ho gaye|shift ho gaya|shift kiya|shift kar diya
      shift kar liya|move kar diya|move ho gaye|move kiya|pe aa gaye|par aa gaye|pe chale gaye|par chale gaye
      pe shift|par shift|migrate kar|migrate kiya|switch kar|switch kiya|switch ho gaye|upgrade kar|upgrade ho
      replace kar diya|replace ho|rename kar diya|naam badal|naya|nayi|naye|naya address|naya number
      chhod diya|chod diya|chhod di|chod di|band kar diya|band ho gaya|band ho gayi|khatam|hata diya|nahi rahe
      nahi raha|nahi rahi|ho gaya hai ab|ban gaya|update:|correction:|wapas aa gaye|badh gaya|badh gayi
      kam ho gaya|last week se|pichhle hafte se|pichle mahine se
      badha kar|badhakar|ghata kar|ghatakar|badha diya|ghata diya
    `),
    state: phrases(`
      hai|hain|he|h|hota hai|hoti hai|hote hain|hota h|rehta hai|rehti hai|rehte hain|jata hai|jaata hai
      jati hai|jaati hai|jate hain|aata hai|aati hai|chalta hai|chalti hai|chalte hain|milta hai|milti hai
      khulta hai|khulti hai|band hota|lagta hai ... din|kehte hain|matlab|mtlb|dekhta hai|dekhti hai|sambhalta
      sambhalti|karta hai|karti hai|karte hain|karte hai|pe hai|par hai|mein hai|me hai|use karte
    `),
    question: phrases(`
      kyu|kyun|kyon|^kya|^kyu|^kyun|^kyon|^kaise|^kese|^kab|^kahan|^kaha|^kaun|^kon|^kiska|^kitna|^kitne|^kitni|^konsa
      ^kaunsa|^kidhar|^kisne|kya hai|kya hua|kya ho|kya kare|kya karu|kya karun|kya karna|kaise kare
      kaise karu|kaise karun|kaise kar|kaise hoga|kyu nahi|kyun nahi|kyu nhi|kyu ho|kyun ho|kyu aa|kyun aa
      kab tak|kab hoga|kahan hai|kaha hai|hai kya|hain kya|h kya|kya$|hai na$|kar sakte hain kya|sakte ho kya
      pata hai|koi idea|^what|^why|^how|^when|^where|^is there|^can we|samajh nahi aaya ki
    `),
    hypothesis: phrases(`
      agar hum|agar ham|agar main|agar mai|agar hum kabhi|kya hoga agar|kya ho agar|kya hoga agr
      agar ... toh kya|agar ... to kya|maan lo|man lo|maano|mano|maan lete|man lete|maan lijiye|socho agar
      soch raha|soch rahe|soch rahi|sochte hain|sochta hu|soch ke dekho|shayad|sayad|ho sakta hai|ho skta hai
      kar sakte hain|kar sakte the|kar sakte hai|kabhi future mein|kabhi na kabhi|kisi din|ek din|jaise ki
      for example|example ke liye|maybe|what if|suggestion|idea hai|bas idea|ek idea|kyu na|kyun na
      theoretically|agar kabhi|lagta hai|mujhe lagta|muje lagta|i think|consider kar|brainstorm*|kaash|kash
    `),
    oneOff: phrases(`
      sirf is baar|bas is baar|is baar|iss baar|is bar|sirf iss baar|sirf ek baar|bas ek baar|ek baar ke liye
      just this once|this time|abhi ke liye|abhi k liye|filhal|filhaal|abhi|aaj|aaj ke liye|aj ke liye
      aaj raat|kal|kal tak|kal subah|parso|aaj shaam|shaam tak|subah tak|thodi der|thodi der ke liye|ek minute
      ek min|# minute|# min|# minute mein|do minute|for now|right now|temporary|temporarily|is message mein
      is file ke liye|is task ke liye|is ticket ke liye|is pr mein|is pr me|is reply mein|mazaak mein|is hafte
      is mahine|demo ke liye|meeting se pehle|meeting tak|friday tak|jab tak main|jab tak mai|mere aane tak
      exception ke taur|ek exception|jaldi se|jaldi|turant|is case mein|is case me
    `),
    rolePlay: phrases(`
      maan lo tum|maan lo aap|man lo tum|man lo ki tum|maano tum|socho tum|imagine tum|tum ek|aap ek|tu ek
      tum ab|^tum ek|natak karo|acting karo|act karo|act as|roleplay|role play|role nibhao|ki tarah bolo
      ki tarah baat|ki tarah jawab|ki tarah likho|ke jaise bolo|ke jaise baat|ban jao|ban ja|banke dikhao
      ban ke jawab|ban kar jawab|pretend|tumhara naam|kahani mein|kahani me|game mein|game me|ek baar ki baat
      ek tha raja|character mein
      tum ab @|tum abhi @|tumhara naam @|aap ab @
    `),
    smallTalk: phrases(`
      dhanyavaad|dhanyavad|dhanyawad|shukriya|shukria|thanks|thank you|thanku|thnx|thx|ty|namaste|namaskar
      hello|hi$|hey|good morning|good night|gm|gn|shubh|suprabhat|kaise ho|kaise hain|kese ho|kaisa hai
      kya haal|kya hal|sab badhiya|badhiya|badiya|mast|mast hai|ekdum mast|zabardast|jabardast|kamaal|kamal
      shandaar|shaandar|shabash|shabaash|wah|waah|vah|bahut accha|bahut acha|bohot acha|bahut badhiya
      bohot badhiya|accha kaam|acha kaam|nice|great|perfect|awesome|cool|lgtm|sahi hai$|sahi hai bhai|haha
      hahaha|lol|chai|coffee|khana|lunch|dinner|neend|thak gaya|thak gayi|bhook|bhookh|chutti|weekend|mausam
      barish|garmi|thand|mazak|joke|bachche|bacche|biwi|shaadi|birthday|alvida|bye|milte hain|phir milte
      kal milte|koi baat nahi|koi baat nhi|tension mat|tension nahi|chinta mat|chill|maaf karna|sorry|rehne do
      aaram se|jaldi nahi|love it|maza aa|mazaa|party
    `),
    reported: phrases(`
      ne kaha|ne kaha ki|ne bola|ne bola ki|ne likha|ne likha hai|ne bataya|kehta hai ki|kehti hai ki
      kehte hain ki|bolta hai ki|bol raha|bol rahi|bol rahe|keh raha|keh rahi|keh rahe|ke hisab se
      ke hisaab se|ke mutabik|ke mutabiq|ke according|likha hai ki|likha tha|mein likha|me likha|pe likha
      par likha|likha hua|padha tha|padha ki|maine padha|mene padha|suna hai|suna tha|maine suna|kahin padha
      kahin dekha|client ne|client ka kehna|client chahta|client bol|client ko|customer ne|customer bol
      grahak ne|user ne|ek user|kisi ne|dost ne|boss ne|boss bol|manager ne|sir ne|madam ne|maam ne
      colleague ne|usne kaha|usne bola|usne likha|unhone kaha|unhone bola|mujhe bola|mujhe bataya|ticket mein
      ticket me|mail mein|mail me|mail aaya|mail aayi|email mein|docs mein|docs me|readme mein|log mein
      error bol|comment mein|article mein|blog mein|stack overflow|internet pe|youtube pe|chatgpt|vendor ne
      support ne|according to|paste kiya|paste kar|neeche wala text
    `),
    pointing: phrases(`
      ye wala|yeh wala|ye wali|yeh wali|ye wale|wo wala|woh wala|wo wali|woh wali|isko|isse|ismein|isme|iska
      iski|usko|usse|usmein|usme|uska|uski|yahan|yaha|wahan|waha|idhar|udhar|pehla wala|pehle wala|pehli wali
      doosra|dusra|doosri|dusri|dusre|teesra|tisra|aakhri|akhri|last wala|last wali|pichla|pichhla|pichli|agla
      agli|next wala|option #|option a|option b|line #|line number #|page #|step #|draft #|upar|upar wala
      upar wali|neeche|niche|neeche wala|ye file|yeh file|is file|us file|ye function|is function|is branch
      us branch|is pr|is commit|is test|ye test|is bug|ye bug|is error|ye error|is change|ye change|is hisse
      ye part|is part|inmein se|unmein se|jo tumne|jo aapne|tumne jo|aapne jo|mera matlab|matlab tha|ek aur
      aur ek|jaari rakho|continue karo|aage badho|chalte raho|ruko|jaisa hai|aise hi|baaki|baki|sabse pehle
      abhi tak|wapas jao
    `),
    task: phrases(`
      add karo|add kar|add kar do|add kardo|add krdo|jodo|jod do|theek karo|theek kar do|thik karo|thik kar do
      fix karo|fix kar do|fix kardo|fix kr do|fix krdo|sudhar do|sudhaar do|likh do|likh ke do|likhkar do
      likh dena|bana do|bana de|banao|bna do|bana ke do|taiyar karo|ready karo|implement karo|implement kar
      refactor karo|refactor kar|rename karo|rename kar|naam badlo|hatao|hata do|hata dena|delete karo
      delete kar do|remove karo|remove kar|move karo|move kar do|update karo|update kar do|update kardo
      badal do|badlo|change karo|change kar do|dikhao|dikha do|dikhana|samjhao|samjha do|batao|bata do|batana
      summary do|summary bana|summarize karo|summarise karo|review karo|review kar|dekho|dekh lo|dekh ke
      check karo|check kar|check krke|jaanch karo|dhundo|dhoondo|dhundho|dhund ke|khojo|search karo|list karo
      list do|list banao|kholo|khol do|padho|padh ke|chalao|chala do|run karo|run kar|run kar do|test karo
      test kar do|debug karo|pata karo|pata lagao|compare karo|translate karo|translate kar|chhota karo
      chhota kar do|push karo|push kar do|push kardo|commit kar do|commit kardo|merge karo|merge kar
      rebase karo|revert karo|revert kar do|deploy karo|deploy kar do|install karo|install kar do
      generate karo|generate kar|convert karo|nikalo|nikaal do|nikal do|alag karo|mila do|bhejo|bhej do
      bhej dena|help karo|madad karo|try karo|koshish karo|solve karo|kar do|kardo|krdo|kar dena|kar dijiye
      kar dijie|kar doge|kar sakte ho|kr skte ho|de do|dedo|bata sakte ho|mujhe ek ... chahiye|shuru karo
      pura karo|set karo|setup karo|suggest karo|call karo|book karo|print karo|upload karo|download karo|^add
      ^fix|^create|^make|^show|^explain|^run|^check|^update|^remove|^delete
    `),
    self: phrases(`
      main abhi|mai abhi|main yahan|wapas aa gaya|wapas aa gayi|aata hu|aata hoon|aati hu|abhi aata|abhi aaya
      jaa raha|ja raha hu|ja raha hoon|ja rahi|jaa rahi|main ja raha|kar raha hu|kar raha hoon|kr rha
      kar rahi hu|dekh raha hu|dekh raha hoon|dekh rahi|dekhta hu|dekhta hoon|dekhti hu|main dekhta|mai dekhta
      main karunga|mai karunga|main kar lunga|mai kar lunga|main khud|maine dekha|maine chalaya|maine run
      maine add|maine banaya|maine push|maine merge|maine try|maine test|mene try|mujhe mila|mujhe dikh
      mujhe error|muje error|mere paas|meeting mein hu|meeting me hu|meeting hai|call pe hu|call pe hoon
      mujhe jana|mujhe do|mujhe samajh|samajh nahi|samajh nhi|pata nahi|mujhe nahi pata|try karta|pareshan
      atak gaya hu|i am|i'm|let me
      hamesha chahta tha|hamesha chahti thi|hamesha se chahta|hamesha se chahti|hamesha sapna
      hamesha se sapna|hamesha sochta tha|hamesha sochti thi|hamesha se pasand
      kabhi nahi karna chahiye tha|kabhi nahi lena chahiye tha|kabhi socha nahi tha
      kabhi nahi socha tha|kabhi samajh nahi aaya|kabhi samajh nahi paya|main kabhi nahi gaya
      main kabhi nahi gayi|hamesha sabse accha|hamesha sabse acchi|hamesha sabse best|hamesha best
      zindagi mein kabhi nahi|hamesha khushi hoti
    `),
    guess: phrases(`
      shayad|lagta hai|lag raha|aisa lag|mujhe lagta|muje lagta|mere khayal|mere hisab se|andaza|andaaza
      anuman|ho sakta|hoga shayad|raha hoga|rahi hogi|hua hoga|hui hogi|gaya hoga|kiya hoga|chal jana chahiye
      chalna chahiye|kaam karna chahiye|ho jana chahiye|theek hona chahiye|pata nahi|pta nahi|pta nhi
      nahi pata|nhi pata|maloom nahi|malum nahi|koi idea nahi|samajh nahi|samajh nhi|pakka nahi|sure nahi
      not sure|dikh nahi|dikh nhi|nahi dikh|kaam nahi kar|kaam nhi kar|kaam nahi karta|chal nahi|chal nhi
      nahi chal raha|nahi chal rahi|nahi ho raha|nhi ho raha|nahi ho rahi|ho nahi raha|fail ho|fail|fails
      failed|crash|toot gaya|tut gaya|toota hua|atak gaya|atka hua|hang|error aa|error de|error aaya|error mil
      down hai|phat gaya|fat gaya
    `),
  },
  negatesNext: phrases(`bina|bajaye iske|never|don't|dont|without|instead of|not|no|avoid|koi`),
  negatesPrevious: phrases(`
      mat|mat karo|mat karna|mat kro|mat use karo|use mat karo|use mat karna|na karo|na karna|na karein|nahi
      nahin|nhi|nai|nahi karna|nahi karte|nahi karenge|nahi chahiye|nhi chahiye|nahi chalega|nahi hai
      nahi raha|nahi rahi|nahi balki|ki jagah|ke jagah|ki jagah pe|ki jagah par|ke bajaye|ki bajaye|ke bajay
      ki bajay|bajaye|ke badle|ke bina|ke alawa|chhod ke|chhodkar|chhod kar|chod ke|se bacho|avoid karo
      mana hai|allowed nahi|chhod do|chod do|chhod diya|chod diya|chhod di|band karo|band kar do|band kar diya
      band ho gaya|band kardo|hata diya|hata di|khatam|khatam ho gaya|cancel|bekar|bekaar|ki zaroorat nahi
      ki jarurat nahi|kaam nahi aaya|nahi chala|nahi jama|se ... pe aa gaye|se ... par aa gaye|se ... pe shift
      se ... par shift|se ... pe chale gaye|se ... pe migrate|se ... pe switch|se ... pe move|se hatkar
      se hat ke
    retire ho gaye|retire ho gaya|retire ho gayi|ne dhokha diya|bahut mehenga tha|bahut mehengi thi|bohot mehenga tha|bahut slow tha
    bahut slow thi
    `),
  contrasts: ['lekin', 'magar', 'par', 'but'],
  endsNegation: phrases(
    `balki|lekin|magar|par|but|ab|uski jagah|iski jagah|iske bajaye|sirf|only|use|se zyada|se jyada|se adhik|se kam|se pehle|jab tak|ke alawa|siwaye`,
  ),
  numbers: {
    zero: '0',
    shunya: '0',
    ek: '1',
    do: '2',
    teen: '3',
    char: '4',
    chaar: '4',
    paanch: '5',
    panch: '5',
    chhe: '6',
    cheh: '6',
    saat: '7',
    aath: '8',
    nau: '9',
    das: '10',
    dus: '10',
    gyarah: '11',
    barah: '12',
    pandrah: '15',
    bees: '20',
    pachees: '25',
    tees: '30',
    chalis: '40',
    pachas: '50',
    sau: '100',
    hazaar: '1000',
    hazar: '1000',
    hajar: '1000',
    lakh: '100000',
    one: '1',
    two: '2',
    three: '3',
    four: '4',
    five: '5',
    ten: '10',
  },
  times:
    'somvar somwar mangalvar mangalwar budhvar budhwar guruvar guruwar brihaspativar shukravar shukrawar shanivar shaniwar ravivar raviwar itwar monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december janvari farvari agast sitambar aktubar navambar disambar garmi barsaat sardi subah dopahar dopeher shaam sham raat',
  abbreviations:
    'dr mr mrs ms shri smt prof no nr vs etc e.g i.e rs pvt ltd approx jan feb mar apr jun jul aug sep sept oct nov dec',
  openers: phrases(`
      nahi|nahin|nhi|nai|naa|na|nahi nahi|nahi yaar|arre nahi|are nahi|galat|phir galat|fir galat
      phir se galat|fir se galat|phir se|fir se|phir wahi|fir wahi|dobara|ek baar phir|ek baar aur|ruko|rukiye
      suno|suniye|sun|dekho|dekhiye|arre|arey|are|are yaar|arre yaar|yaar|yar|bhai|bro|boss|ok|okay|theek hai
      thik hai|theek|accha|acha|achha|accha to|toh|to|aur|lekin|magar|par|saath hi|iske alawa|haan|han|ji
      ji haan|oh|ohh|hmm|please|plz|kripya|maaf karna|sorry|waise|vaise|btw|actually|asal mein|sach mein
      sach kahu to|aise nahi|aisa nahi|ye nahi|ye galat hai|yeh galat hai|yaad rakho|yaad rakhna|yaad rahe
      dhyan rakho|dhyan rakhna|dhyan rahe|note|note karo|note kar lo|reminder|zaroori baat|jaankari ke liye
      fyi|maine kaha tha|maine kaha tha na|maine bola tha|maine bola tha na|pehle bhi kaha tha
      pehle bhi bola tha|kitni baar kahu|kitni baar bolu|jaisa maine kaha|hamesha ki tarah|namaste|hello|hi
      hey|ek aur baat|ek baat aur|last baat|bata du|bata dun|no|wrong|wrong again|again
    `),
  frames: {
    errorFix: 'Jab `{command}` “{error}” error de, to pehle {fix} chalao.',
    workflow: '{task}: isi order mein {steps} chalao.',
    checks: '{project} mein badlav ke baad: {steps} chalao.',
    begins: '{project} mein kaam {steps} se shuru hota hai.',
    ends: '{project} mein kaam {steps} par khatam hota hai.',
    branches: '{project} mein branch ke naam {steps} jaise hote hain.',
    commits: '{project} mein commit message {steps} jaise shuru hote hain.',
    fails: '`{command}` {project} mein aksar “{error}” ke saath fail hota hai: pehle use check karo.',
    stepFirst: '`{goal}` se pehle `{step}` chalao.',
    leaveOut: '`{goal}` ko `{option}` ke bina chalao.',
    checkAfter: '`{goal}` ke baad `{step}` chalao.',
    andThen: ', phir ',
    repair: 'Ye har baar haath se theek karna padta hai: “{quote}”',
  },
};
