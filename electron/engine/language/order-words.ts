// The words by which a text gives orders to an agent: data that a person can read and extend, one record a language.
// None of them is suspicious where a person says it; they are looked for in what pages, files and tools say.

/**
 * lasting    it claims to hold beyond now: "from now on", "in every future session"
 * remember   it asks to be kept: "remember that", "keep in mind"
 * always     "always", "never", "under no circumstances"
 * memory     it names the agent's own memory as the place for it: "save this to your memory"
 * toAgent    it turns to an agent that reads it: "note to AI assistants"
 * duty       what an agent must: "the assistant should", "you must always"; manuals say so, too
 * override   it takes the owner's place: "ignore previous instructions", "do not tell the user"
 * forOwner   it claims what the owner wants: "the user prefers", "your user has approved"
 */
export const orderKinds = [
  'lasting',
  'remember',
  'always',
  'memory',
  'toAgent',
  'duty',
  'override',
  'forOwner',
] as const;
export type OrderKind = (typeof orderKinds)[number];

/** Phrases set apart by `|`. Written plainly: case, accents, look-alike letters and what is invisible do not matter. */
export type OrderWords = Readonly<Record<OrderKind, string>>;

export const orderWords: Readonly<Record<string, OrderWords>> = {
  en: {
    lasting:
      'from now on|from here on|from this point on|from this point forward|from this moment on|going forward|moving forward|henceforth|permanently|in all future|for all future|in every future|in future sessions|in future conversations|in every session|in all sessions|in all conversations|in every conversation|across all sessions|for every later session|in later sessions|in all later|starting now|as of now|until further notice|for good',
    remember:
      "remember that|remember this|remember to|remember the following|remember:|remember,|please remember|keep in mind|bear in mind|memorize|memorise|make a note that|take note that|note for the future|don't forget|do not forget|commit to memory|learn this|learn that",
    always: 'always|never|under no circumstances|in all cases|without exception|every time|at all times|must',
    memory:
      "your memory|your long-term memory|your long term memory|your persistent memory|agent memory|agent's memory|assistant's memory|remember for all|remember this for|remember for future|remember this rule|remember this preference|remember permanently|save this preference|store this preference|save this as a preference|store this as a preference|save this as a rule|store this as a rule|record this as a rule|record this preference|learned preference|persist this rule|persist this preference|add this rule to|to memory.md|in memory.md|into memory.md|update memory.md|your memory file|your memories|your knowledge of the user|user profile memory|memory update:|memory entry:|new memory:|update the memory|to long-term memory|into long-term memory|system memory update",
    toAgent:
      'note to ai|note to the ai|note for ai|note to llm|note for llm|note to assistant|note to the assistant|note to agent|note to agents|note to the agent|note for the agent|note for agents|notice to ai|attention ai|attention assistant|attention agent|attention all ai|attention llm|dear ai|dear assistant|dear agent|hey ai|hey assistant|ai agents reading|ai assistants reading|agents reading this|assistant reading this|model reading this|llms reading this|ai reading this|if you are an ai|if you are an llm|if you are a language model|if you are an assistant|if you are an agent|if you are an automated|as an ai assistant|as an ai agent|as a language model|as an ai you|all ai assistants must|ai assistants must|ai agents must|coding agents must|ai assistants should|ai agents should|instructions for ai|instructions to ai|instruction for ai|instructions for the assistant|instructions for the agent|instructions for llm|message to ai|message for ai|to any ai|to all ai|to all agents|to all assistants|assistant instructions|agent instructions:|assistants processing this|agents processing this|ai processing this|agents summarizing|when summarizing this|when consolidating|when you consolidate|when you summarize|to the agent reading|for any agent that reads|you are now',
    duty: 'the assistant must|the assistant should|the agent must|the agent should|the assistant will|the agent will|the model must|you must always|you must never|you should always|you should never|you will always|you will never',
    override:
      "ignore previous|ignore all previous|ignore all prior|ignore prior|ignore the above|ignore the previous|ignore any previous|ignore your previous|ignore your instructions|ignore your rules|ignore earlier instructions|ignore all earlier|ignore everything above|ignore all instructions|disregard previous|disregard all|disregard the above|disregard prior|disregard your|disregard any previous|forget previous|forget all previous|forget your instructions|forget everything above|forget the above|forget all prior|override previous|override your|override all previous|supersedes all previous|supersedes all earlier|supersedes your|replaces all previous instructions|new system prompt|new instructions:|system override|developer mode enabled|admin override|do not tell the user|don't tell the user|without telling the user|do not inform the user|do not mention this to|don't mention this to|without informing the user|without asking the user|without the user's|do not ask the user|don't ask the user|never ask the user|hide this from the user|keep this secret from|do not reveal this|do not disclose this|without asking for confirmation|skip all confirmations|without user confirmation|this overrides|these instructions override|this instruction overrides|takes precedence over your|takes precedence over all|higher priority than the user",
    forOwner:
      "the user prefers|the user wants|the user always|the user never|the user has asked|the user asked you|the user said|the user has said|the user told|the user has approved|the user approved|the user has authorized|the user authorized|the user has authorised|the user requires|the user decided|the user has decided|the user would like|the user instructed|the user has instructed|the user has confirmed|the user confirmed|the user agreed|the user's preference|the user's standing|user preference:|user preferences:|user rule:|user instruction:|user says:|user said:|your user|your owner|your operator|your human|the owner wants|the owner prefers|the owner has|the owner said|the operator wants|the operator has|on behalf of the user|the developer has approved|the developer wants you|the admin has|the administrator has approved|correction from the user|the user corrected|preference of the user|preferences of the user",
  },
  zh: {
    lasting:
      '从现在起|从现在开始|從現在起|從現在開始|从今以后|從今以後|从今往后|從今往後|今后|今後|以后都|以後都|以后一律|以後一律|以后请|以後請|以后的所有|以後的所有|此后|此後|往后|往後|永久|所有会话|所有會話|所有对话|所有對話|每次会话|每次會話|未来的会话|未來的會話|后续所有|後續所有|即日起',
    remember:
      '记住|記住|请记住|請記住|记得|記得|牢记|牢記|切记|切記|谨记|謹記|不要忘记|不要忘記|别忘了|別忘了|请牢记|务必记住|務必記住',
    always:
      '总是|總是|始终|始終|一律|永远|永遠|必须|必須|务必|務必|绝不|絕不|每次都|任何情况下|任何情況下|都要|都必须',
    memory:
      '你的记忆|你的記憶|您的记忆|长期记忆|長期記憶|写入记忆|寫入記憶|存入记忆|存入記憶|保存到记忆|保存到記憶|加入记忆|加入記憶|添加到记忆|更新记忆|更新記憶|记忆更新|記憶更新|存为规则|存為規則|记录为规则|記錄為規則|保存为偏好|保存為偏好|memory.md|记进记忆|写进记忆',
    toAgent:
      '致ai|给ai的|給ai的|ai助手请|ai助手請|ai助手必须|ai助手必須|智能助手请|ai代理|智能体必须|智能體必須|如果你是ai|如果你是人工智能|如果你是一个ai|如果您是ai|作为ai|作為ai|作为一个ai|作為一個ai|作为人工智能|请ai|所有ai|所有助手|阅读本文的ai|读到这里的ai|阅读此页的|阅读此内容的|你现在是|你現在是',
    duty: '助手必须|助手必須|助手应|助手應|你必须|你必須|你应该始终|你要永远',
    override:
      '忽略之前|忽略以上|忽略前面|忽略先前|忽略所有|忽略此前|忽略上述|忽略你的|无视之前|無視之前|无视以上|无视前面|无视所有|忘记之前|忘記之前|忘掉之前|忘记以上|覆盖之前|覆蓋之前|不要告诉用户|不要告訴使用者|不要告訴用戶|不要告知用户|别告诉用户|不要让用户知道|不要向用户提及|不必询问用户|无需询问用户|不用询问用户|无需用户确认|无需确认|無需確認|系统提示词更新|新的系统提示|优先于所有|取代之前的所有',
    forOwner:
      '用户偏好|用戶偏好|用户要求|用戶要求|用户希望|用戶希望|用户说|用戶說|用户已经同意|用户已同意|用戶已同意|用户已批准|用户已授权|用戶已授權|用户明确|用户决定|用户喜欢|用户规定|用户一直|主人要求|主人希望|你的用户|你的主人|用户指示',
  },
  de: {
    lasting:
      'ab jetzt|ab sofort|ab heute|von nun an|von jetzt an|künftig|zukünftig|in zukunft|fortan|dauerhaft|in allen künftigen|in allen zukünftigen|in jeder sitzung|für alle künftigen|für alle zukünftigen|bis auf weiteres',
    remember:
      'merk dir|merke dir|merken sie sich|merkt euch|denk daran|denke daran|vergiss nicht|nicht vergessen|behalte im kopf|beachte dauerhaft|präge dir ein|speichere dir',
    always: 'immer|niemals|stets|nie|grundsätzlich|unter keinen umständen|auf keinen fall|in jedem fall|muss',
    memory:
      'dein gedächtnis|deinem gedächtnis|in dein gedächtnis|ihr gedächtnis|langzeitgedächtnis|deine erinnerung|in deinen erinnerungen|speichere diese regel|speichere diese vorliebe|als regel speichern|als präferenz speichern|in memory.md|in deine memory|gedächtnis-update|als dauerhafte regel',
    toAgent:
      'hinweis an ki|hinweis an die ki|hinweis für ki|an alle ki|an die ki|liebe ki|lieber assistent|an den assistenten|an alle assistenten|ki-assistenten müssen|ki-agenten müssen|ki-assistenten sollen|wenn du eine ki|wenn du ein sprachmodell|wenn sie eine ki|falls du eine ki|als ki-assistent|als ki musst|als sprachmodell|du bist jetzt|anweisung für ki|anweisungen für ki|anweisung an ki|anweisung an den assistenten|agenten, die dies lesen|assistenten, die dies lesen|ki, die dies liest',
    duty: 'der assistent muss|der assistent soll|der agent muss|der agent soll|du musst immer|du musst stets|du darfst nie',
    override:
      'ignoriere alle|ignoriere vorherige|ignoriere die vorherigen|ignoriere die bisherigen|ignoriere bisherige|ignoriere deine|ignoriere das obige|vergiss alle vorherigen|vergiss alle bisherigen|vergiss deine anweisungen|missachte alle|missachte die|überschreibe alle bisherigen|sag dem nutzer nichts|sage dem nutzer nichts|sag dem benutzer nichts|ohne den nutzer zu|ohne den benutzer zu|ohne rückfrage|informiere den nutzer nicht|verschweige dem nutzer|verheimliche|neue systemanweisung|hat vorrang vor allen|ersetzt alle bisherigen',
    forOwner:
      'der nutzer bevorzugt|der benutzer bevorzugt|der nutzer möchte|der benutzer möchte|der nutzer will|der benutzer will|der nutzer hat|der benutzer hat zugestimmt|der benutzer hat entschieden|der benutzer hat gesagt|der nutzer wünscht|der benutzer wünscht|dein nutzer|dein benutzer|dein besitzer|nutzerpräferenz|benutzerpräferenz|der besitzer will|im auftrag des nutzers',
  },
  fr: {
    lasting:
      "désormais|dorénavant|à partir de maintenant|à partir d'aujourd'hui|à l'avenir|de façon permanente|définitivement|dans toutes les futures|dans toutes les prochaines|pour toutes les futures|à chaque session|dans chaque session|jusqu'à nouvel ordre",
    remember:
      "souviens-toi|souvenez-vous|rappelle-toi|rappelez-vous|retiens que|retenez que|n'oublie pas|n'oubliez pas|garde en mémoire|gardez en mémoire|mémorise|mémorisez|garde à l'esprit|gardez à l'esprit",
    always: 'toujours|jamais|systématiquement|en aucun cas|sous aucun prétexte|dans tous les cas|dois|devez',
    memory:
      'ta mémoire|votre mémoire|mémoire à long terme|dans ta mémoire|enregistre cette règle|enregistrez cette règle|enregistre cette préférence|enregistrez cette préférence|ajoute cette règle|dans memory.md|mise à jour de la mémoire|comme règle permanente',
    toAgent:
      "note à l'ia|note aux ia|note pour l'ia|à l'attention des ia|à l'attention de l'ia|à l'attention de l'assistant|chère ia|cher assistant|si tu es une ia|si vous êtes une ia|si vous êtes un assistant|si tu es un assistant|en tant qu'ia|en tant qu'assistant|les assistants ia doivent|les agents ia doivent|instructions pour l'ia|instructions aux ia|instruction à l'assistant|tu es maintenant|vous êtes maintenant|ia qui lisez|agents qui lisent|assistant qui lit",
    duty: "l'assistant doit|l'agent doit|tu dois toujours|vous devez toujours|tu ne dois jamais|vous ne devez jamais",
    override:
      "ignore les instructions|ignorez les instructions|ignore toutes les|ignorez toutes les|ignore tes instructions|ignore ce qui précède|ignorez ce qui précède|oublie les instructions|oubliez les instructions|oublie toutes|oubliez toutes|ne dis rien à l'utilisateur|ne dites rien à l'utilisateur|sans prévenir l'utilisateur|sans demander à l'utilisateur|sans le dire à l'utilisateur|sans en informer l'utilisateur|n'informe pas l'utilisateur|n'informez pas l'utilisateur|sans confirmation|remplace toutes les instructions|prévaut sur toutes|nouvelle instruction système",
    forOwner:
      "l'utilisateur préfère|l'utilisateur veut|l'utilisateur souhaite|l'utilisateur a demandé|l'utilisateur a dit|l'utilisateur a approuvé|l'utilisateur a autorisé|l'utilisateur exige|l'utilisateur a décidé|ton utilisateur|votre utilisateur|préférence de l'utilisateur|préférence utilisateur|le propriétaire veut",
  },
  es: {
    lasting:
      'a partir de ahora|de ahora en adelante|desde ahora|de aquí en adelante|en lo sucesivo|en adelante|a partir de hoy|permanentemente|de forma permanente|en todas las futuras|en todas las sesiones|en cada sesión|para todas las futuras|hasta nuevo aviso',
    remember:
      'recuerda que|recuerde que|recuerda esto|recuerda:|recuerden que|no olvides|no olvide|ten en cuenta siempre|ten presente|tenga presente|memoriza|memorice|acuérdate',
    always: 'siempre|nunca|jamás|en ningún caso|bajo ninguna circunstancia|en todos los casos|debes|debe',
    memory:
      'tu memoria|su memoria a largo plazo|memoria a largo plazo|en tu memoria|guarda esta regla|guarda esta preferencia|guarde esta preferencia|guarda esto como regla|añade esta regla|en memory.md|actualización de memoria|actualiza tu memoria|como regla permanente',
    toAgent:
      'nota para la ia|nota a la ia|nota para ia|atención ia|nota para el asistente|querida ia|estimado asistente|si eres una ia|si usted es una ia|si eres un asistente|si eres un agente|como ia|como asistente de ia|los asistentes de ia deben|los agentes de ia deben|instrucciones para la ia|instrucciones para el asistente|instrucción para|ahora eres|ias que lean|agentes que lean|asistente que lea',
    duty: 'el asistente debe|el agente debe|debes siempre|siempre debes|nunca debes',
    override:
      'ignora las instrucciones|ignore las instrucciones|ignora todas|ignore todas|ignora lo anterior|ignora tus instrucciones|olvida las instrucciones|olvida todas|olvide todas|olvida lo anterior|no le digas al usuario|no le diga al usuario|no informes al usuario|sin avisar al usuario|sin preguntar al usuario|sin decírselo al usuario|sin informar al usuario|sin pedir confirmación|sin confirmación|reemplaza todas las instrucciones|tiene prioridad sobre|nueva instrucción del sistema|anula todas',
    forOwner:
      'el usuario prefiere|el usuario quiere|el usuario desea|el usuario ha pedido|el usuario pidió|el usuario dijo|el usuario ha dicho|el usuario ha aprobado|el usuario aprobó|el usuario ha autorizado|el usuario autorizó|el usuario exige|el usuario decidió|tu usuario|tu dueño|preferencia del usuario|el propietario quiere',
  },
  pt: {
    lasting:
      'a partir de agora|de agora em diante|daqui em diante|doravante|daqui para a frente|daqui pra frente|permanentemente|em todas as futuras|em todas as sessões|em cada sessão|para todas as futuras|até novo aviso|a partir de hoje',
    remember:
      'lembre-se|lembra-te|lembre que|lembre de|não se esqueça|não te esqueças|não esqueça|tenha em mente|tem em mente|memorize|guarde que',
    always: 'sempre|nunca|jamais|em hipótese alguma|em nenhum caso|em todos os casos|deve|tem que',
    memory:
      'sua memória|tua memória|memória de longo prazo|na sua memória|salve esta regra|salve esta preferência|guarde esta regra|guarde esta preferência|grave esta regra|adicione esta regra|em memory.md|atualização de memória|atualize sua memória|como regra permanente',
    toAgent:
      'nota para a ia|nota à ia|nota para ia|atenção ia|nota para o assistente|cara ia|caro assistente|se você é uma ia|se você for uma ia|se és uma ia|como uma ia|como assistente de ia|os assistentes de ia devem|agentes de ia devem|instruções para a ia|instruções para o assistente|agora você é|ias que lerem|agentes que lerem',
    duty: 'o assistente deve|o agente deve|você deve sempre|você nunca deve|deves sempre',
    override:
      'ignore as instruções|ignore todas|ignore o que foi dito|ignora as instruções|ignora todas|esqueça as instruções|esqueça todas|esquece todas|não conte ao usuário|não diga ao usuário|não informe o usuário|sem avisar o usuário|sem perguntar ao usuário|sem informar o usuário|sem pedir confirmação|sem confirmação|substitui todas as instruções|tem prioridade sobre|não digas ao utilizador|sem avisar o utilizador',
    forOwner:
      'o usuário prefere|o usuário quer|o usuário deseja|o usuário pediu|o usuário disse|o usuário aprovou|o usuário autorizou|o usuário exige|o usuário decidiu|o utilizador prefere|o utilizador quer|o utilizador pediu|o utilizador aprovou|seu usuário|seu dono|preferência do usuário|preferência do utilizador',
  },
  it: {
    lasting:
      "d'ora in poi|d'ora in avanti|da ora in poi|da adesso in poi|da questo momento|permanentemente|in modo permanente|in tutte le future|in tutte le sessioni|in ogni sessione|per tutte le future|fino a nuovo avviso",
    remember:
      'ricorda che|ricordati|ricordate che|ricordi che|non dimenticare|non dimenticate|tieni a mente|tenete a mente|tieni presente|memorizza|memorizzate',
    always: 'sempre|mai|in nessun caso|per nessun motivo|in ogni caso|devi|deve|dovete',
    memory:
      'la tua memoria|nella tua memoria|memoria a lungo termine|salva questa regola|salva questa preferenza|aggiungi questa regola|in memory.md|aggiornamento della memoria|aggiorna la tua memoria|come regola permanente',
    toAgent:
      "nota per l'ia|nota all'ia|nota per l'ai|attenzione ia|nota per l'assistente|cara ia|caro assistente|se sei un'ia|se sei un'intelligenza artificiale|se sei un assistente|se sei un modello|come ia|come assistente ia|gli assistenti ia devono|gli agenti ia devono|istruzioni per l'ia|istruzioni per l'assistente|ora sei|agenti che leggono",
    duty: "l'assistente deve|l'agente deve|devi sempre|non devi mai",
    override:
      "ignora le istruzioni|ignorate le istruzioni|ignora tutte|ignora quanto sopra|ignora le tue|dimentica le istruzioni|dimentica tutte|non dire all'utente|non dirlo all'utente|non informare l'utente|senza avvisare l'utente|senza chiedere all'utente|senza informare l'utente|senza chiedere conferma|senza conferma|sostituisce tutte le istruzioni|ha la precedenza su",
    forOwner:
      "l'utente preferisce|l'utente vuole|l'utente desidera|l'utente ha chiesto|l'utente ha detto|l'utente ha approvato|l'utente ha autorizzato|l'utente richiede|l'utente ha deciso|il tuo utente|il tuo proprietario|preferenza dell'utente|preferenza utente",
  },
  nl: {
    lasting:
      'vanaf nu|van nu af aan|voortaan|in het vervolg|in alle toekomstige|in elke sessie|voor alle toekomstige|permanent|blijvend|tot nader order|vanaf vandaag',
    remember:
      'onthoud dat|onthoud dit|onthoud:|vergeet niet|denk eraan|houd in gedachten|hou in gedachten|prent je in',
    always: 'altijd|nooit|onder geen beding|in geen geval|in alle gevallen|moet',
    memory:
      'je geheugen|jouw geheugen|uw geheugen|langetermijngeheugen|sla deze regel op|sla deze voorkeur op|bewaar deze regel|voeg deze regel toe|in memory.md|geheugenupdate',
    toAgent:
      'bericht aan ai|opmerking voor ai|let op ai|aan alle ai|beste ai|beste assistent|als je een ai bent|als u een ai bent|als je een assistent bent|als ai-assistent|ai-assistenten moeten|ai-agenten moeten|instructies voor ai|instructies voor de assistent|je bent nu',
    duty: 'de assistent moet|de agent moet|je moet altijd|je mag nooit',
    override:
      'negeer alle|negeer eerdere|negeer de vorige|negeer vorige|negeer bovenstaande|negeer je instructies|vergeet alle eerdere|vergeet de vorige|vergeet je instructies|vertel de gebruiker niet|zeg niets tegen de gebruiker|zonder de gebruiker te|zonder het de gebruiker|informeer de gebruiker niet|zonder bevestiging|vervangt alle eerdere|heeft voorrang op',
    forOwner:
      'de gebruiker wil|de gebruiker geeft de voorkeur|de gebruiker heeft gevraagd|de gebruiker heeft gezegd|de gebruiker heeft goedgekeurd|de gebruiker eist|de gebruiker wenst|je gebruiker|jouw gebruiker|je eigenaar|gebruikersvoorkeur|voorkeur van de gebruiker',
  },
  sv: {
    lasting:
      'från och med nu|hädanefter|framöver|i fortsättningen|från och med idag|permanent|i alla framtida|i varje session|för alla framtida|tills vidare',
    remember: 'kom ihåg att|kom ihåg detta|kom ihåg:|glöm inte|lägg på minnet|memorera|tänk på att alltid',
    always: 'alltid|aldrig|under inga omständigheter|i alla lägen|måste',
    memory:
      'ditt minne|i ditt minne|långtidsminne|spara denna regel|spara den här regeln|spara denna preferens|lägg till denna regel|i memory.md|minnesuppdatering',
    toAgent:
      'meddelande till ai|obs ai|till alla ai|kära ai|kära assistent|om du är en ai|om du är en assistent|som ai-assistent|ai-assistenter måste|ai-agenter måste|instruktioner till ai|instruktioner för ai|du är nu',
    duty: 'assistenten måste|agenten måste|du måste alltid|du får aldrig',
    override:
      'ignorera alla|ignorera tidigare|ignorera ovanstående|ignorera dina instruktioner|bortse från|glöm alla tidigare|glöm tidigare instruktioner|berätta inte för användaren|utan att berätta för|utan att fråga användaren|utan att informera användaren|informera inte användaren|utan bekräftelse|ersätter alla tidigare',
    forOwner:
      'användaren föredrar|användaren vill|användaren har bett|användaren har sagt|användaren har godkänt|användaren kräver|användaren önskar|din användare|din ägare|användarens önskemål|användarpreferens',
  },
  pl: {
    lasting:
      'od teraz|od tej pory|odtąd|od dziś|na stałe|we wszystkich przyszłych|w każdej sesji|we wszystkich sesjach|dla wszystkich przyszłych|do odwołania|w przyszłości zawsze',
    remember: 'pamiętaj|pamiętajcie|zapamiętaj|zapamiętajcie|nie zapomnij|nie zapominaj|miej na uwadze',
    always: 'zawsze|nigdy|w żadnym wypadku|pod żadnym pozorem|w każdym przypadku|musisz|musi',
    memory:
      'swojej pamięci|twojej pamięci|twoja pamięć|pamięci długotrwałej|zapisz tę regułę|zapisz tę preferencję|zapisz to jako regułę|dodaj tę regułę|w memory.md|aktualizacja pamięci|jako stałą regułę',
    toAgent:
      'uwaga dla ai|uwaga dla asystenta|uwaga ai|do wszystkich ai|drogi asystencie|jeśli jesteś ai|jeśli jesteś asystentem|jeśli jesteś modelem|jako asystent ai|jako ai|asystenci ai muszą|agenci ai muszą|instrukcje dla ai|instrukcje dla asystenta|jesteś teraz',
    duty: 'asystent musi|agent musi|musisz zawsze|zawsze musisz',
    override:
      'zignoruj wszystkie|zignoruj poprzednie|ignoruj wszystkie|ignoruj poprzednie|zignoruj powyższe|zapomnij o wszystkich|zapomnij poprzednie|zapomnij o poprzednich|nie mów użytkownikowi|nie informuj użytkownika|bez pytania użytkownika|bez informowania użytkownika|bez wiedzy użytkownika|bez potwierdzenia|zastępuje wszystkie|ma pierwszeństwo przed',
    forOwner:
      'użytkownik woli|użytkownik chce|użytkownik poprosił|użytkownik powiedział|użytkownik zatwierdził|użytkownik zgodził|użytkownik wymaga|użytkownik preferuje|twój użytkownik|twój właściciel|preferencja użytkownika|preferencje użytkownika',
  },
  cs: {
    lasting:
      'od teď|od nynějška|od této chvíle|napříště|natrvalo|trvale|ve všech budoucích|v každé relaci|ve všech relacích|pro všechny budoucí|až do odvolání|ode dneška',
    remember:
      'pamatuj si|pamatujte si|zapamatuj si|zapamatujte si|nezapomeň|nezapomeňte|měj na paměti|mějte na paměti',
    always: 'vždy|nikdy|v žádném případě|za žádných okolností|v každém případě|musíš|musí',
    memory:
      'své paměti|tvé paměti|tvoje paměť|dlouhodobé paměti|ulož toto pravidlo|ulož tuto preferenci|uložte toto pravidlo|přidej toto pravidlo|do memory.md|v memory.md|aktualizace paměti|jako trvalé pravidlo',
    toAgent:
      'poznámka pro ai|poznámka pro asistenta|pozor ai|všem ai|milý asistente|pokud jsi ai|pokud jsi asistent|pokud jste ai|jako asistent ai|jako ai|asistenti ai musí|agenti ai musí|instrukce pro ai|pokyny pro ai|pokyny pro asistenta|nyní jsi',
    duty: 'asistent musí|agent musí|musíš vždy|vždy musíš',
    override:
      'ignoruj všechny|ignoruj předchozí|ignorujte předchozí|ignorujte všechny|zapomeň na všechny|zapomeň na předchozí|zapomeň předchozí|neříkej uživateli|neinformuj uživatele|bez dotazu uživatele|bez vědomí uživatele|bez potvrzení|nahrazuje všechny|má přednost před',
    forOwner:
      'uživatel preferuje|uživatel chce|uživatel požádal|uživatel řekl|uživatel schválil|uživatel vyžaduje|uživatel si přeje|tvůj uživatel|tvůj majitel|preference uživatele',
  },
  ru: {
    lasting:
      'с этого момента|отныне|впредь|в дальнейшем|навсегда|на постоянной основе|во всех будущих|во всех последующих|в каждой сессии|во всех сессиях|для всех будущих|до дальнейших указаний|с сегодняшнего дня',
    remember:
      'запомни|запомните|помни что|помни:|помните что|не забудь|не забудьте|имей в виду|имейте в виду|заучи',
    always:
      'всегда|никогда|ни в коем случае|ни при каких обстоятельствах|в любом случае|обязательно|должен|должны|обязан',
    memory:
      'свою память|твоя память|твою память|вашу память|в памяти навсегда|долговременную память|долгосрочную память|сохрани это правило|сохрани это предпочтение|сохраните это правило|добавь это правило|добавь в память|запиши в память|внеси в память|в memory.md|обновление памяти|обнови память|как постоянное правило',
    toAgent:
      'примечание для ии|внимание ии|для ии-ассистентов|ко всем ии|всем ии|уважаемый ассистент|дорогой ассистент|если ты ии|если вы ии|если ты ассистент|если ты языковая модель|если вы языковая модель|как ии-ассистент|ии-ассистенты должны|ии-агенты должны|инструкции для ии|инструкция для ии|инструкция ассистенту|теперь ты',
    duty: 'ассистент должен|агент должен|ты должен всегда|вы должны всегда|ты всегда должен|ассистент обязан|агенты, читающие',
    override:
      'игнорируй все|игнорируй предыдущие|игнорируйте предыдущие|игнорируйте все|проигнорируй|игнорируй вышесказанное|забудь все предыдущие|забудь предыдущие|забудьте предыдущие|забудь все инструкции|не говори пользователю|не сообщай пользователю|не сообщайте пользователю|не рассказывай пользователю|не спрашивая пользователя|без ведома пользователя|без подтверждения|заменяет все предыдущие|отменяет все предыдущие|имеет приоритет над',
    forOwner:
      'пользователь предпочитает|пользователь хочет|пользователь просил|пользователь попросил|пользователь сказал|пользователь одобрил|пользователь разрешил|пользователь требует|пользователь решил|твой пользователь|ваш пользователь|твой хозяин|твой владелец|предпочтение пользователя|предпочтения пользователя|владелец хочет',
  },
  uk: {
    lasting:
      'відтепер|віднині|надалі|з цього моменту|від цього моменту|назавжди|у всіх майбутніх|в усіх майбутніх|у кожній сесії|для всіх майбутніх|до подальших вказівок',
    remember:
      "запам'ятай|запам'ятайте|пам'ятай що|пам'ятай:|не забудь|не забудьте|май на увазі|майте на увазі",
    always: 'завжди|ніколи|у жодному разі|за жодних обставин|у будь-якому випадку|повинен|мусиш|має',
    memory:
      "свою пам'ять|твоя пам'ять|твою пам'ять|довготривалу пам'ять|збережи це правило|збережи цю перевагу|додай це правило|додай до пам'яті|запиши в пам'ять|у memory.md|оновлення пам'яті|як постійне правило",
    toAgent:
      'примітка для ші|увага ші|до всіх ші|шановний асистенте|якщо ти ші|якщо ви ші|якщо ти асистент|якщо ти мовна модель|як ші-асистент|ші-асистенти повинні|ші-агенти повинні|інструкції для ші|інструкція для асистента|тепер ти',
    duty: 'асистент повинен|агент повинен|ти повинен завжди|ти завжди повинен',
    override:
      'ігноруй усі|ігноруй всі|ігноруй попередні|ігноруйте попередні|забудь усі попередні|забудь попередні|не кажи користувачу|не повідомляй користувача|не повідомляй користувачеві|без відома користувача|не питаючи користувача|без підтвердження|замінює всі попередні|має пріоритет над',
    forOwner:
      'користувач надає перевагу|користувач хоче|користувач просив|користувач попросив|користувач сказав|користувач схвалив|користувач дозволив|користувач вимагає|користувач вирішив|твій користувач|твій власник|уподобання користувача',
  },
  tr: {
    lasting:
      'bundan sonra|bundan böyle|şu andan itibaren|bu andan itibaren|bugünden itibaren|kalıcı olarak|gelecekteki tüm|her oturumda|tüm oturumlarda|ikinci bir emre kadar',
    remember: 'unutma|unutmayın|hatırla|hatırlayın|aklında tut|aklınızda tutun|ezberle|bunu hatırla',
    always: 'her zaman|asla|hiçbir zaman|hiçbir koşulda|her durumda|daima|mutlaka|zorundasın',
    memory:
      'hafızana|belleğine|hafızanıza|belleğinize|uzun süreli hafıza|uzun süreli bellek|bu kuralı kaydet|bu tercihi kaydet|kural olarak kaydet|bu kuralı ekle|memory.md dosyasına|hafıza güncellemesi|bellek güncellemesi|kalıcı kural olarak',
    toAgent:
      'yapay zekaya not|ai için not|yapay zeka için not|dikkat yapay zeka|tüm yapay zeka|sevgili asistan|eğer bir yapay zekaysan|bir yapay zekaysan|eğer bir asistansan|yapay zeka asistanı olarak|yapay zeka asistanları|ai ajanları|yapay zeka talimatları|sen artık|artık sen',
    duty: 'asistan her zaman|asistan mutlaka|asistan için talimatlar',
    override:
      'önceki talimatları|önceki tüm talimatları|yukarıdaki talimatları|tüm talimatları yok say|talimatlarını yok say|talimatlarını unut|kullanıcıya söyleme|kullanıcıya bildirme|kullanıcıya sormadan|kullanıcıya haber vermeden|kullanıcıdan gizle|onay almadan|onay istemeden|önceki kuralların yerine',
    forOwner:
      'kullanıcı tercih ediyor|kullanıcı istiyor|kullanıcı onayladı|kullanıcı dedi|kullanıcı söyledi|kullanıcı izin verdi|kullanıcı tercihi|kullanıcının tercihi|kullanıcının isteği|senin kullanıcın|sahibin istiyor',
  },
  ar: {
    lasting:
      'من الآن فصاعدا|من الآن فصاعدًا|من الآن فصاعداً|منذ الآن|من الان فصاعدا|بشكل دائم|دائم لكل|في جميع الجلسات|في كل جلسة|في كل الجلسات|لجميع الجلسات|من اليوم فصاعدا|حتى إشعار آخر|مستقبلا',
    remember: 'تذكر أن|تذكّر أن|تذكر دائما|تذكر:|تذكر هذا|احفظ أن|لا تنس|لا تنسى|ضع في اعتبارك|احفظ هذه',
    always: 'دائما|دائمًا|دائماً|أبدا|أبدًا|أبداً|في جميع الأحوال|تحت أي ظرف|يجب|يجب عليك',
    memory:
      'ذاكرتك|في ذاكرتك|إلى ذاكرتك|الذاكرة طويلة المدى|الذاكرة الدائمة|احفظ هذه القاعدة|احفظ هذا التفضيل|أضف هذه القاعدة|تحديث الذاكرة|كقاعدة دائمة',
    toAgent:
      'ملاحظة للذكاء الاصطناعي|إلى الذكاء الاصطناعي|تنبيه للذكاء الاصطناعي|عزيزي المساعد|إذا كنت ذكاء|إذا كنت مساعدا|إذا كنت مساعدًا|إذا كنت نموذج|بصفتك مساعد|بصفتك ذكاء|تعليمات للذكاء|تعليمات للمساعد|أنت الآن',
    duty: 'على المساعد أن|يجب على المساعد|يجب على الوكيل|عليك دائما',
    override:
      'تجاهل التعليمات|تجاهل جميع|تجاهل كل|تجاهل ما سبق|تجاهل تعليماتك|انس التعليمات|انس كل|انسَ|لا تخبر المستخدم|لا تخبر المالك|دون إخبار المستخدم|بدون إخبار المستخدم|دون سؤال المستخدم|بدون علم المستخدم|دون تأكيد|بدون تأكيد|تحل محل جميع|لها الأولوية على',
    forOwner:
      'المستخدم يفضل|يفضل المستخدم|المستخدم يريد|يريد المستخدم|طلب المستخدم|قال المستخدم|وافق المستخدم|المستخدم وافق|سمح المستخدم|المستخدم قرر|تفضيل المستخدم|تفضيلات المستخدم|مالكك',
  },
  hi: {
    lasting:
      'अब से|अबसे|आज से|आगे से|इस पल से|हमेशा के लिए|स्थायी रूप से|सभी भविष्य|भविष्य के सभी|हर सत्र में|सभी सत्रों में|अगले आदेश तक',
    remember: 'याद रखो|याद रखें|याद रखना|याद रखिए|मत भूलना|न भूलें|ध्यान रखें कि|ध्यान में रखें',
    always: 'हमेशा|कभी नहीं|कभी मत|सदैव|किसी भी हालत में|हर हाल में|अवश्य|ज़रूर',
    memory:
      'अपनी मेमोरी|अपनी स्मृति|आपकी मेमोरी|दीर्घकालिक स्मृति|मेमोरी में सहेज|मेमोरी में जोड़|स्मृति में सहेज|यह नियम सहेज|इस नियम को सहेज|यह नियम जोड़|मेमोरी अपडेट|स्थायी नियम',
    toAgent:
      'एआई के लिए|ai के लिए|एआई सहायक|ai सहायक|प्रिय सहायक|यदि आप एक एआई|यदि आप एआई|अगर तुम एआई|अगर आप एआई|यदि आप ai|सहायक के लिए निर्देश|अब तुम|अब आप एक',
    duty: 'सहायक को हमेशा|एजेंट को हमेशा',
    override:
      'पिछले निर्देश|पिछले सभी निर्देश|सभी निर्देशों को अनदेखा|ऊपर के निर्देश|निर्देशों को भूल|उपयोगकर्ता को मत बताना|उपयोगकर्ता को न बताएं|उपयोगकर्ता को मत बताओ|उपयोगकर्ता से पूछे बिना|उपयोगकर्ता को बताए बिना|बिना पुष्टि|बिना पूछे',
    forOwner:
      'उपयोगकर्ता चाहता|उपयोगकर्ता पसंद|उपयोगकर्ता ने कहा|उपयोगकर्ता ने अनुमति|उपयोगकर्ता ने मंज़ूरी|उपयोगकर्ता ने स्वीकार|उपयोगकर्ता की पसंद|उपयोगकर्ता की प्राथमिकता|आपका उपयोगकर्ता|यूज़र चाहता|यूज़र ने कहा',
  },
  ja: {
    lasting:
      '今後は|今後すべて|今後の|これからは|これ以降|以後|今後ずっと|恒久的に|永続的に|すべてのセッション|全てのセッション|今後のセッション|毎セッション|次回以降|本日より|今から常に',
    remember: '覚えて|覚えておいて|記憶して|忘れないで|忘れずに|心に留め|覚えてください|念頭に',
    always: '常に|必ず|いつも|絶対に|決して|いかなる場合|例外なく|なければならない|なければなりません',
    memory:
      'あなたの記憶|あなたのメモリ|長期記憶|長期メモリ|メモリに保存|記憶に保存|メモリに追加|メモリに記録|記憶に追加|このルールを保存|この設定を保存|ルールとして保存|ルールとして記録|好みとして保存|memory.md|メモリ更新|メモリを更新',
    toAgent:
      'aiへの|aiアシスタントへ|aiアシスタントは|aiアシスタントの皆|aiエージェントは|aiエージェントへ|アシスタントへの|エージェントへの|aiの皆さん|あなたがaiなら|もしあなたがai|あなたがaiである|aiとして|aiは必ず|あなたは今から|これを読むai|これを読んでいるai|読み取るai',
    duty: 'アシスタントは必ず|アシスタントは常に|エージェントは必ず|エージェントは常に|エージェントは今後|アシスタントは今後',
    override:
      '以前の指示を|これまでの指示を|上記の指示を|前の指示を|すべての指示を無視|全ての指示を無視|指示を無視|指示を忘れ|上記を無視|ユーザーに伝えない|ユーザーには伝え|ユーザーに知らせ|ユーザーに言わ|ユーザーには言わ|ユーザーに確認せず|ユーザーに尋ねず|確認なしで|確認せずに|ユーザーに報告し|すべての指示に優先|新しいシステムプロンプト',
    forOwner:
      'ユーザーは好み|ユーザーの好み|ユーザーの希望|ユーザーは希望|ユーザーは望|ユーザーが望|ユーザーが承認|ユーザーは承認|ユーザーが言|ユーザーの要望|ユーザーは常に|ユーザーの指示|ユーザーが決め|ユーザーが許可|所有者は|オーナーは',
  },
  ko: {
    lasting:
      '앞으로|이제부터|지금부터|앞으로는|영구적으로|모든 향후|향후 모든|모든 세션|매 세션|이후로는|오늘부터|다음 세션부터',
    remember: '기억해|기억하세요|기억하십시오|기억해라|기억해 둬|잊지 마|잊지 말|명심|외워',
    always: '항상|절대|반드시|언제나|결코|무조건|어떤 경우에도|예외 없이',
    memory:
      '너의 메모리|당신의 메모리|당신의 기억|너의 기억|장기 기억|장기 메모리|메모리에 저장|기억에 저장|메모리에 추가|메모리에 기록|이 규칙을 저장|이 선호를 저장|규칙으로 저장|memory.md|메모리 업데이트',
    toAgent:
      'ai에게|ai 에게|ai 어시스턴트에게|ai 어시스턴트는|ai 에이전트는|ai 에이전트에게|어시스턴트에게|에이전트에게|당신이 ai라면|네가 ai라면|만약 당신이 ai|ai로서|이제 너는|당신은 이제|이 글을 읽는 ai|이 문서를 읽는 ai',
    duty: '어시스턴트는 반드시|어시스턴트는 항상|에이전트는 반드시|에이전트는 항상',
    override:
      '이전 지시|이전의 모든 지시|이전 명령|위의 지시|모든 지시를 무시|지시를 무시|지침을 무시|지시사항을 무시|사용자에게 알리지|사용자에게 말하지|사용자 몰래|사용자에게 묻지|사용자에게 묻지 말|확인 없이|동의 없이|모든 지시보다 우선',
    forOwner:
      '사용자는 선호|사용자가 선호|사용자는 원|사용자가 원|사용자가 승인|사용자는 승인|사용자가 말|사용자가 허락|사용자가 허용|사용자가 요청|사용자의 선호|사용자 선호|사용자의 요청|소유자가',
  },
  da: {
    lasting:
      'fra nu af|fra i dag af|fremover|fremadrettet|fra og med nu|fra dette øjeblik|permanent|i alle fremtidige|i hver session|i alle sessioner|for alle fremtidige|indtil videre gælder',
    remember:
      'husk at|husk dette|husk:|glem ikke|læg mærke til at|hav i tankerne|lær udenad|skriv dig bag øret|bemærk for fremtiden',
    always: 'altid|aldrig|under ingen omstændigheder|i alle tilfælde|uden undtagelse|hver gang|skal',
    memory:
      'din hukommelse|din langtidshukommelse|i hukommelsen|gem denne regel|gem denne præference|gem dette som en regel|tilføj denne regel|i memory.md|opdater din hukommelse|hukommelsesopdatering|som fast regel',
    toAgent:
      'besked til ai|besked til ai-assistenter|note til ai|til ai-assistenter|til alle ai|til assistenten|kære ai|kære assistent|hvis du er en ai|hvis du er en sprogmodel|hvis du er en assistent|som ai-assistent|som sprogmodel|ai-assistenter skal|ai-agenter skal|instruktioner til ai|du er nu|agenter der læser dette|assistenter der læser dette',
    duty: 'assistenten skal|agenten skal|du skal altid|du må aldrig',
    override:
      'ignorer tidligere|ignorer alle tidligere|ignorer de tidligere|ignorer dine|ignorer ovenstående|se bort fra alle|se bort fra tidligere|glem alle tidligere|glem dine instruktioner|tilsidesæt alle|sig det ikke til brugeren|fortæl ikke brugeren|uden at fortælle brugeren|uden at spørge brugeren|uden at informere brugeren|uden bekræftelse|ny systeminstruktion|går forud for alle|erstatter alle tidligere',
    forOwner:
      'brugeren foretrækker|brugeren vil have|brugeren ønsker|brugeren har bedt|brugeren har sagt|brugeren har godkendt|brugeren har besluttet|brugeren kræver|din bruger|din ejer|brugerens præference|brugerpræference|ejeren vil|på vegne af brugeren',
  },
  nb: {
    lasting:
      'fra nå av|fra i dag av|heretter|framover|fremover|fra og med nå|for ettertiden|permanent|i alle fremtidige|i hver økt|i alle økter|for alle fremtidige|inntil videre gjelder',
    remember:
      'husk at|husk dette|husk:|ikke glem|merk deg at|ha i bakhodet|lær deg|legg på minnet|skriv deg bak øret',
    always: 'alltid|aldri|under ingen omstendigheter|i alle tilfeller|uten unntak|hver gang|må|skal',
    memory:
      'minnet ditt|langtidsminnet|langtidsminnet ditt|i minnet|lagre denne regelen|lagre denne preferansen|lagre dette som en regel|legg til denne regelen|i memory.md|oppdater minnet|minneoppdatering|som fast regel',
    toAgent:
      'beskjed til ki|beskjed til ai|notat til ai|notat til ki|til ki-assistenter|til ai-assistenter|til alle ai|til alle ki|til assistenten|kjære ai|kjære assistent|hvis du er en ai|hvis du er en ki|hvis du er en språkmodell|hvis du er en assistent|som ki-assistent|som ai-assistent|ai-assistenter må|ki-assistenter må|ki-agenter må|instruksjoner til ki|instruksjoner til ai|du er nå|agenter som leser dette|assistenter som leser dette',
    duty: 'assistenten må|assistenten skal|agenten må|du må alltid|du skal alltid|du må aldri|du skal aldri',
    override:
      'ignorer tidligere|ignorer alle tidligere|ignorer de tidligere|ignorer instruksjonene dine|ignorer alt ovenfor|se bort fra alle|se bort fra tidligere|glem alle tidligere|glem instruksjonene|overstyr alle|ikke si det til brukeren|ikke fortell brukeren|uten å fortelle brukeren|uten å spørre brukeren|uten å informere brukeren|uten bekreftelse|ny systeminstruks|går foran alle|erstatter alle tidligere',
    forOwner:
      'brukeren foretrekker|brukeren vil ha|brukeren ønsker|brukeren har bedt|brukeren har sagt|brukeren har godkjent|brukeren har bestemt|brukeren krever|brukeren din|eieren din|brukerens preferanse|brukerpreferanse|eieren vil|på vegne av brukeren',
  },
  fi: {
    lasting:
      'tästä lähtien|tästä eteenpäin|jatkossa|vastedes|pysyvästi|kaikissa tulevissa|jokaisessa istunnossa|kaikissa istunnoissa|kaikissa keskusteluissa|toistaiseksi aina',
    remember:
      'muista että|muista, että|muista tämä|muista:|muista aina|älä unohda|pidä mielessä|paina mieleen|opettele tämä|ota huomioon jatkossa',
    always: 'aina|älä koskaan|ei koskaan|missään tapauksessa|joka kerta|poikkeuksetta|täytyy|pitää',
    memory:
      'muistiisi|sinun muistisi|pitkäkestoiseen muistiin|tallenna muistiin|tallenna tämä sääntö|tallenna tämä mieltymys|tallenna tämä säännöksi|lisää tämä sääntö|memory.md|päivitä muistisi|muistin päivitys|pysyväksi säännöksi',
    toAgent:
      'huomio tekoäly|viesti tekoälylle|ohje tekoälylle|ohjeita tekoälylle|tekoälyavustajille|kaikille tekoälyille|hyvä tekoäly|hyvä avustaja|jos olet tekoäly|jos olet kielimalli|jos olet avustaja|tekoälyavustajana|kielimallina|tekoälyavustajien tulee|tekoälyagenttien tulee|olet nyt|tämän lukevat agentit|tätä lukeva tekoäly',
    duty: 'avustajan on|avustajan tulee|agentin on|agentin tulee|sinun täytyy aina|sinun tulee aina|et saa koskaan',
    override:
      'ohita aiemmat|ohita kaikki aiemmat|ohita edelliset|ohita ohjeesi|unohda aiemmat|unohda kaikki aiemmat|unohda ohjeesi|jätä huomiotta kaikki|jätä huomiotta aiemmat|sivuuta aiemmat|älä kerro käyttäjälle|kertomatta käyttäjälle|kysymättä käyttäjältä|ilmoittamatta käyttäjälle|ilman vahvistusta|uusi järjestelmäohje|korvaa kaikki aiemmat|menee kaikkien ohjeiden edelle',
    forOwner:
      'käyttäjä haluaa|käyttäjä suosii|käyttäjä toivoo|käyttäjä on pyytänyt|käyttäjä on sanonut|käyttäjä on hyväksynyt|käyttäjä on päättänyt|käyttäjä vaatii|käyttäjäsi|omistajasi|käyttäjän mieltymys|käyttäjän toive|omistaja haluaa|käyttäjän puolesta',
  },
  ro: {
    lasting:
      'de acum înainte|de acum încolo|de azi înainte|pe viitor|începând de acum|permanent|în toate sesiunile|în fiecare sesiune|în toate conversațiile|pentru toate viitoarele|până la noi ordine',
    remember:
      'ține minte că|ține minte|țineți minte|reține că|rețineți că|nu uita|nu uitați|amintește-ți|memorează|memorați|ia aminte|ai în vedere',
    always:
      'întotdeauna|mereu|niciodată|în niciun caz|sub nicio formă|în toate cazurile|fără excepție|trebuie',
    memory:
      'memoria ta|în memoria ta|memoria pe termen lung|memoria dumneavoastră|salvează această regulă|salvează această preferință|salvează ca regulă|adaugă această regulă|în memory.md|actualizează memoria|actualizare de memorie|ca regulă permanentă',
    toAgent:
      'notă pentru ia|notă pentru ai|mesaj pentru ai|atenție ai|către ai|către toți asistenții|pentru asistent|dragă ai|dragă asistent|stimate asistent|dacă ești o ia|dacă ești un ai|dacă ești un model|dacă ești un asistent|ca asistent ai|ca model lingvistic|asistenții ai trebuie|agenții ai trebuie|instrucțiuni pentru ai|instrucțiuni pentru asistent|acum ești|agenții care citesc|asistentul care citește',
    duty: 'asistentul trebuie|agentul trebuie|trebuie întotdeauna să|trebuie mereu să|nu trebuie niciodată',
    override:
      'ignoră instrucțiunile|ignorați instrucțiunile|ignoră toate|ignorați toate|ignoră cele de mai sus|ignoră instrucțiunile tale|uită instrucțiunile|uită toate|uitați toate|nu ține cont de|nu-i spune utilizatorului|nu îi spune utilizatorului|nu spune utilizatorului|nu informa utilizatorul|fără să întrebi utilizatorul|fără a întreba utilizatorul|fără să spui utilizatorului|fără a informa utilizatorul|fără confirmare|noua instrucțiune de sistem|înlocuiește toate instrucțiunile|are prioritate față de',
    forOwner:
      'utilizatorul preferă|utilizatorul vrea|utilizatorul dorește|utilizatorul a cerut|utilizatorul a spus|utilizatorul a aprobat|utilizatorul a autorizat|utilizatorul a decis|utilizatorul cere|utilizatorul tău|proprietarul tău|preferința utilizatorului|preferință utilizator|proprietarul vrea|în numele utilizatorului',
  },
  hu: {
    lasting:
      'mostantól|mostantól kezdve|ezentúl|a jövőben|ettől kezdve|véglegesen|minden jövőbeli|minden munkamenetben|minden beszélgetésben|további értesítésig',
    remember:
      'jegyezd meg|jegyezze meg|emlékezz|emlékezz rá|ne felejtsd|ne felejtse|tartsd észben|vésd az eszedbe|vedd figyelembe|tanuld meg',
    always: 'mindig|soha|semmilyen körülmények között|minden esetben|kivétel nélkül|minden alkalommal|kell',
    memory:
      'a memóriádba|a memóriádban|hosszú távú memória|hosszú távú memóriába|mentsd el ezt a szabályt|mentsd el ezt a preferenciát|mentsd szabályként|add hozzá ezt a szabályt|memory.md|frissítsd a memóriádat|memóriafrissítés|állandó szabályként',
    toAgent:
      'üzenet az mi|üzenet az ai|megjegyzés az ai|megjegyzés az mi|figyelem ai|figyelem, ai|minden ai|minden mi-asszisztens|az asszisztensnek|kedves ai|kedves asszisztens|ha te egy ai|ha ai vagy|ha mi vagy|ha nyelvi modell vagy|ha asszisztens vagy|ai-asszisztensként|mi-asszisztensként|nyelvi modellként|az ai-asszisztenseknek|utasítások az ai|utasítás az asszisztensnek|mostantól te vagy|az ezt olvasó ügynökök|az ezt olvasó ai',
    duty: 'az asszisztensnek mindig|az asszisztensnek kell|az ügynöknek kell|mindig kell|soha nem szabad',
    override:
      'hagyd figyelmen kívül|hagyja figyelmen kívül|felejtsd el az eddigi|felejtsd el a korábbi|felejtsd el az összes|felejts el minden|írd felül az összes|ne szólj a felhasználónak|ne mondd el a felhasználónak|ne tájékoztasd a felhasználót|a felhasználó megkérdezése nélkül|a felhasználó tudta nélkül|a felhasználó tájékoztatása nélkül|megerősítés nélkül|új rendszerutasítás|felülír minden korábbi|elsőbbséget élvez minden',
    forOwner:
      'a felhasználó azt szeretné|a felhasználó szeretné|a felhasználó inkább|a felhasználó kérte|a felhasználó azt kérte|a felhasználó azt mondta|a felhasználó jóváhagyta|a felhasználó engedélyezte|a felhasználó úgy döntött|a felhasználó megköveteli|a felhasználód|a gazdád|a felhasználó preferenciája|felhasználói preferencia|a tulajdonos azt akarja|a felhasználó nevében',
  },
  el: {
    lasting:
      'από εδώ και πέρα|από δω και πέρα|από τώρα και στο εξής|στο εξής|από σήμερα|μόνιμα|σε όλες τις μελλοντικές|σε κάθε συνεδρία|σε όλες τις συνεδρίες|σε όλες τις συνομιλίες|μέχρι νεωτέρας',
    remember:
      'θυμήσου ότι|να θυμάσαι|θυμήσου|θυμηθείτε|να θυμάστε|μην ξεχνάς|μην ξεχνάτε|μην ξεχάσεις|έχε υπόψη|λάβε υπόψη|απομνημόνευσε|κράτα στο μυαλό',
    always: 'πάντα|ποτέ|σε καμία περίπτωση|σε κάθε περίπτωση|χωρίς εξαίρεση|κάθε φορά|πρέπει',
    memory:
      'τη μνήμη σου|στη μνήμη σου|μακροπρόθεσμη μνήμη|στη μακροπρόθεσμη μνήμη|αποθήκευσε αυτόν τον κανόνα|αποθήκευσε αυτή την προτίμηση|αποθήκευσε ως κανόνα|πρόσθεσε αυτόν τον κανόνα|στο memory.md|ενημέρωσε τη μνήμη|ενημέρωση μνήμης|ως μόνιμο κανόνα',
    toAgent:
      'σημείωση για την ai|σημείωση προς ai|σημείωση προς την τεχνητή|προσοχή ai|προς όλα τα ai|προς τον βοηθό|προς όλους τους βοηθούς|αγαπητή ai|αγαπητέ βοηθέ|αν είσαι ai|αν είσαι τεχνητή νοημοσύνη|αν είσαι γλωσσικό μοντέλο|αν είσαι βοηθός|ως βοηθός ai|ως γλωσσικό μοντέλο|οι βοηθοί ai πρέπει|οι πράκτορες ai πρέπει|οδηγίες για την ai|οδηγίες για τον βοηθό|τώρα είσαι|πράκτορες που διαβάζουν|ai που διαβάζεις',
    duty: 'ο βοηθός πρέπει|ο πράκτορας πρέπει|πρέπει πάντα να|δεν πρέπει ποτέ',
    override:
      'αγνόησε τις προηγούμενες|αγνόησε όλες|αγνοήστε τις προηγούμενες|αγνοήστε όλες|αγνόησε τα παραπάνω|αγνόησε τις οδηγίες|ξέχασε τις προηγούμενες|ξέχασε όλες|ξεχάστε όλες|μην πεις στον χρήστη|μην το πεις στον χρήστη|μην ενημερώσεις τον χρήστη|χωρίς να ρωτήσεις τον χρήστη|χωρίς να πεις στον χρήστη|χωρίς να ενημερώσεις τον χρήστη|χωρίς επιβεβαίωση|νέα οδηγία συστήματος|αντικαθιστά όλες τις|υπερισχύει όλων',
    forOwner:
      'ο χρήστης προτιμά|ο χρήστης θέλει|ο χρήστης επιθυμεί|ο χρήστης ζήτησε|ο χρήστης έχει ζητήσει|ο χρήστης είπε|ο χρήστης ενέκρινε|ο χρήστης έχει εγκρίνει|ο χρήστης αποφάσισε|ο χρήστης απαιτεί|ο χρήστης σου|ο ιδιοκτήτης σου|προτίμηση του χρήστη|προτίμηση χρήστη|ο ιδιοκτήτης θέλει|εκ μέρους του χρήστη',
  },
  fa: {
    lasting:
      'از این به بعد|از این پس|از حالا به بعد|از الان به بعد|از امروز|برای همیشه|در همه جلسات|در هر جلسه|در همه گفتگوها|در تمام گفتگوهای آینده|در آینده همیشه|تا اطلاع ثانوی',
    remember:
      'یادت باشد|یادت باشه|به یاد داشته باش|به خاطر بسپار|به خاطر داشته باش|فراموش نکن|فراموش نکنید|یادتان باشد|در نظر داشته باش|حفظ کن',
    always: 'همیشه|هرگز|هیچ وقت|هیچوقت|تحت هیچ شرایطی|در هر صورت|بدون استثنا|هر بار|باید',
    memory:
      'حافظه ات|حافظه‌ات|حافظه بلندمدت|حافظه بلند مدت|در حافظه ذخیره کن|به حافظه اضافه کن|این قانون را ذخیره کن|این ترجیح را ذخیره کن|به عنوان قانون ذخیره کن|memory.md|حافظه را به روز کن|به روزرسانی حافظه|به عنوان قانون دائمی',
    toAgent:
      'یادداشت برای هوش مصنوعی|پیام به هوش مصنوعی|توجه هوش مصنوعی|خطاب به هوش مصنوعی|به همه دستیارها|به دستیار|هوش مصنوعی عزیز|دستیار عزیز|اگر هوش مصنوعی هستی|اگر تو یک هوش مصنوعی|اگر یک مدل زبانی|اگر دستیار هستی|به عنوان دستیار هوش مصنوعی|به عنوان یک مدل زبانی|دستیارهای هوش مصنوعی باید|عامل های هوش مصنوعی باید|دستورالعمل برای هوش مصنوعی|دستور برای دستیار|تو اکنون|تو الان یک|هوش مصنوعی که این را می خواند',
    duty: 'دستیار باید|عامل باید|باید همیشه|هرگز نباید',
    override:
      'دستورات قبلی را نادیده|دستورهای قبلی را نادیده|همه دستورات را نادیده|تمام دستورات قبلی|دستورالعمل های قبلی را نادیده|موارد بالا را نادیده|دستورات قبلی را فراموش|همه چیز را فراموش|به کاربر نگو|به کاربر نگویید|به کاربر اطلاع نده|بدون اطلاع کاربر|بدون پرسیدن از کاربر|بدون اینکه از کاربر|بدون تایید|بدون تأیید|دستور سیستم جدید|جایگزین همه دستورات|بر همه دستورات مقدم',
    forOwner:
      'کاربر ترجیح می دهد|کاربر ترجیح میدهد|کاربر می خواهد|کاربر میخواهد|کاربر خواسته|کاربر گفته|کاربر گفت|کاربر تایید کرده|کاربر اجازه داده|کاربر تصمیم گرفته|کاربر شما|کاربر تو|صاحب تو|ترجیح کاربر|مالک می خواهد|از طرف کاربر',
  },
  he: {
    lasting:
      'מעכשיו והלאה|מעתה והלאה|מעכשיו|מעתה|מהיום והלאה|מהיום|לצמיתות|בכל השיחות העתידיות|בכל שיחה|בכל הסשנים|עד להודעה חדשה',
    remember:
      'זכור ש|זכרי ש|זכור:|זכור כי|תזכור ש|תזכרי ש|זכרו ש|אל תשכח|אל תשכחי|אל תשכחו|שים לב לעתיד|שמור בזיכרון|קח בחשבון תמיד',
    always: 'תמיד|לעולם לא|אף פעם|בשום אופן|בשום מקרה|בכל מקרה|ללא יוצא מן הכלל|בכל פעם|חייב',
    memory:
      'הזיכרון שלך|לזיכרון שלך|בזיכרון שלך|זיכרון לטווח ארוך|שמור את הכלל|שמור את ההעדפה|שמור ככלל|הוסף את הכלל|memory.md|עדכן את הזיכרון|עדכון זיכרון|ככלל קבוע',
    toAgent:
      'הערה לבינה|הודעה לבינה|הערה ל-ai|הודעה ל-ai|לתשומת לב הבינה|אל כל העוזרים|לעוזר|בינה מלאכותית יקרה|עוזר יקר|אם אתה בינה|אם את בינה|אם אתה ai|אם אתה מודל שפה|אם אתה עוזר|כעוזר בינה|כמודל שפה|עוזרי ai חייבים|סוכני ai חייבים|הוראות לבינה|הוראות לעוזר|הוראה לעוזר|אתה עכשיו|סוכנים שקוראים|בינה שקוראת',
    duty: 'העוזר חייב|הסוכן חייב|העוזר צריך|עליך תמיד|אסור לך לעולם',
    override:
      'התעלם מההוראות|התעלמי מההוראות|התעלם מכל|התעלמו מכל|התעלם מהאמור|שכח את ההוראות|שכח את כל|שכחו את כל|אל תספר למשתמש|אל תגיד למשתמש|אל תודיע למשתמש|בלי לשאול את המשתמש|בלי לספר למשתמש|בלי ליידע את המשתמש|ללא ידיעת המשתמש|ללא אישור|בלי אישור|הוראת מערכת חדשה|מחליף את כל ההוראות|גובר על כל ההוראות',
    forOwner:
      'המשתמש מעדיף|המשתמש רוצה|המשתמש ביקש|המשתמש אמר|המשתמש אישר|המשתמש הסמיך|המשתמש החליט|המשתמש דורש|המשתמש שלך|הבעלים שלך|העדפת המשתמש|העדפות המשתמש|הבעלים רוצה|בשם המשתמש',
  },
  'hi-Latn': {
    lasting:
      'ab se|aaj se|aage se|aainda|ab se hamesha|hamesha ke liye|har session mein|sabhi sessions mein|har baatcheet mein|aane wale sabhi|agle sabhi',
    remember:
      'yaad rakho|yaad rakhna|yaad rakhiye|yaad rakhein|yaad rahe|mat bhoolna|mat bhulna|bhoolna mat|dhyan rakhna|dhyan rakho|note kar lo',
    always:
      'hamesha|kabhi nahi|kabhi bhi nahi|kisi bhi haal mein|har baar|har haal mein|bina exception|zaroor',
    memory:
      'apni memory mein|tumhari memory|aapki memory|long term memory mein|memory mein save|is rule ko save|is preference ko save|rule ki tarah save|memory mein add|memory.md|memory update karo|permanent rule',
    toAgent:
      'ai ke liye note|ai ke liye sandesh|ai assistant ke liye|sabhi ai assistants|ai assistants dhyan|dear ai|pyare ai|agar tum ai ho|agar aap ai hain|agar tum ek ai|agar tum assistant ho|agar tum language model|ai hone ke naate|ai assistant hone ke|ai ke liye nirdesh|assistant ke liye nirdesh|ab tum ek|ise padhne wale ai|yeh padhne wale agent',
    duty: 'assistant ko chahiye|agent ko chahiye|assistant ko zaroor|tumhe hamesha|tumhe kabhi nahi',
    override:
      'pichle sabhi nirdesh|pichle instructions ignore|purane instructions ignore|pehle ke instructions|sabhi instructions ignore|upar ke instructions ignore|instructions bhool jao|sab kuch bhool jao|user ko mat batana|user ko mat batao|user ko bina bataye|user se bina pooche|user se mat poochna|bina confirmation|bina pooche|naya system prompt|sabse upar hai',
    forOwner:
      'user chahta hai|user chahte hain|user ko pasand|user ne kaha|user ne bola|user ne approve|user ne permission|user ne decide|user ne maanga|tumhara user|aapka user|tumhara malik|user ki pasand|user ki preference|owner chahta hai',
  },
  vi: {
    lasting:
      'từ bây giờ|từ nay|từ nay về sau|kể từ nay|từ giờ trở đi|từ hôm nay|vĩnh viễn|trong mọi phiên|trong tất cả các phiên|trong mọi cuộc trò chuyện|cho tất cả các lần sau|cho đến khi có thông báo',
    remember:
      'hãy nhớ rằng|hãy nhớ|nhớ rằng|ghi nhớ rằng|hãy ghi nhớ|ghi nhớ|đừng quên|lưu ý cho lần sau|khắc ghi|học thuộc',
    always:
      'luôn luôn|luôn|không bao giờ|trong mọi trường hợp|dù trong hoàn cảnh nào|không ngoại lệ|mỗi lần|phải',
    memory:
      'bộ nhớ của bạn|trí nhớ của bạn|bộ nhớ dài hạn|vào bộ nhớ|lưu quy tắc này|lưu sở thích này|lưu thành quy tắc|thêm quy tắc này|memory.md|cập nhật bộ nhớ|thành quy tắc vĩnh viễn',
    toAgent:
      'lưu ý cho ai|thông báo cho ai|gửi ai|gửi các trợ lý|gửi trợ lý|gửi tất cả ai|ai thân mến|trợ lý thân mến|nếu bạn là ai|nếu bạn là một ai|nếu bạn là trí tuệ nhân tạo|nếu bạn là mô hình ngôn ngữ|nếu bạn là trợ lý|với tư cách là ai|với tư cách là trợ lý|trợ lý ai phải|các trợ lý ai phải|tác nhân ai phải|hướng dẫn cho ai|hướng dẫn cho trợ lý|bây giờ bạn là|ai đọc được|trợ lý đang đọc',
    duty: 'trợ lý phải|tác nhân phải|bạn phải luôn|bạn không bao giờ được',
    override:
      'bỏ qua các chỉ dẫn|bỏ qua mọi chỉ dẫn|bỏ qua tất cả|bỏ qua hướng dẫn|bỏ qua các hướng dẫn|bỏ qua những gì ở trên|quên các chỉ dẫn|quên mọi chỉ dẫn|quên tất cả|phớt lờ các|đừng nói với người dùng|không nói với người dùng|không cho người dùng biết|đừng cho người dùng biết|mà không hỏi người dùng|không cần hỏi người dùng|không cần xác nhận|không báo cho người dùng|chỉ thị hệ thống mới|thay thế mọi chỉ dẫn|được ưu tiên hơn',
    forOwner:
      'người dùng thích|người dùng muốn|người dùng mong muốn|người dùng đã yêu cầu|người dùng yêu cầu|người dùng đã nói|người dùng nói|người dùng đã phê duyệt|người dùng đã đồng ý|người dùng đã cho phép|người dùng đã quyết định|người dùng của bạn|chủ của bạn|sở thích của người dùng|chủ sở hữu muốn|thay mặt người dùng',
  },
  id: {
    lasting:
      'mulai sekarang|mulai hari ini|sejak sekarang|ke depannya|untuk seterusnya|selanjutnya selalu|secara permanen|di semua sesi|di setiap sesi|dalam setiap percakapan|untuk semua sesi|sampai pemberitahuan',
    remember:
      'ingat bahwa|ingatlah bahwa|ingat ini|ingatlah|ingat:|jangan lupa|jangan lupakan|camkan|catat untuk ke depan|hafalkan|perhatikan bahwa mulai',
    always:
      'selalu|jangan pernah|tidak pernah|dalam keadaan apa pun|dalam semua kasus|tanpa kecuali|setiap kali|harus|wajib',
    memory:
      'memori anda|memorimu|ingatan anda|memori jangka panjang|ke dalam memori|simpan aturan ini|simpan preferensi ini|simpan sebagai aturan|tambahkan aturan ini|memory.md|perbarui memori|pembaruan memori|sebagai aturan permanen',
    toAgent:
      'catatan untuk ai|pesan untuk ai|perhatian ai|untuk asisten ai|kepada semua ai|kepada asisten|untuk semua asisten|ai yang terhormat|asisten yang terhormat|jika anda adalah ai|jika kamu adalah ai|jika anda ai|jika anda model bahasa|jika anda asisten|sebagai asisten ai|sebagai model bahasa|asisten ai harus|agen ai harus|instruksi untuk ai|instruksi untuk asisten|sekarang anda adalah|sekarang kamu adalah|ai yang membaca|agen yang membaca',
    duty: 'asisten harus|agen harus|asisten wajib|anda harus selalu|kamu harus selalu|anda tidak boleh',
    override:
      'abaikan instruksi|abaikan semua|abaikan perintah|abaikan yang di atas|abaikan instruksi anda|lupakan instruksi|lupakan semua|lupakan perintah|jangan beri tahu pengguna|jangan bilang ke pengguna|jangan katakan kepada pengguna|tanpa memberi tahu pengguna|tanpa bertanya kepada pengguna|tanpa sepengetahuan pengguna|tanpa konfirmasi|tanpa persetujuan pengguna|instruksi sistem baru|menggantikan semua instruksi|lebih diutamakan daripada',
    forOwner:
      'pengguna lebih suka|pengguna ingin|pengguna menginginkan|pengguna meminta|pengguna telah meminta|pengguna berkata|pengguna mengatakan|pengguna telah menyetujui|pengguna sudah menyetujui|pengguna mengizinkan|pengguna memutuskan|pengguna anda|pemilik anda|preferensi pengguna|pemilik ingin|atas nama pengguna',
  },
  th: {
    lasting:
      'ตั้งแต่นี้เป็นต้นไป|ตั้งแต่นี้ไป|ตั้งแต่วันนี้|จากนี้ไป|ต่อจากนี้|นับจากนี้|อย่างถาวร|ตลอดไป|ในทุกเซสชัน|ทุกเซสชัน|ในทุกการสนทนา|จนกว่าจะมีการแจ้ง',
    remember: 'จำไว้ว่า|จงจำไว้|จำไว้|โปรดจำไว้|อย่าลืม|ห้ามลืม|พึงระลึก|จดจำไว้|ท่องจำ',
    always: 'เสมอ|ทุกครั้ง|ห้าม|ไม่ว่ากรณีใด|เด็ดขาด|ไม่มีข้อยกเว้น|ต้อง',
    memory:
      'หน่วยความจำของคุณ|ความจำของคุณ|หน่วยความจำระยะยาว|ความจำระยะยาว|บันทึกลงในความจำ|บันทึกลงในหน่วยความจำ|บันทึกกฎนี้|บันทึกความชอบนี้|บันทึกเป็นกฎ|เพิ่มกฎนี้|memory.md|อัปเดตหน่วยความจำ|เป็นกฎถาวร',
    toAgent:
      'ถึงเอไอ|ถึง ai|หมายเหตุถึง ai|หมายเหตุสำหรับ ai|ข้อความถึง ai|ถึงผู้ช่วย|ถึงผู้ช่วย ai|เรียน ai|หากคุณเป็น ai|ถ้าคุณเป็น ai|หากคุณเป็นปัญญาประดิษฐ์|ถ้าคุณเป็นโมเดลภาษา|หากคุณเป็นผู้ช่วย|ในฐานะ ai|ในฐานะผู้ช่วย|ผู้ช่วย ai ต้อง|คำสั่งสำหรับ ai|คำแนะนำสำหรับ ai|คำสั่งถึงผู้ช่วย|ตอนนี้คุณคือ|ai ที่อ่านข้อความนี้',
    duty: 'ผู้ช่วยต้อง|ตัวแทนต้อง|คุณต้องเสมอ|คุณห้าม',
    override:
      'ละเว้นคำสั่งก่อนหน้า|เพิกเฉยต่อคำสั่ง|ไม่ต้องสนใจคำสั่ง|อย่าสนใจคำสั่ง|ลืมคำสั่งก่อนหน้า|ลืมคำสั่งทั้งหมด|ลืมทุกอย่าง|ข้ามคำสั่งก่อนหน้า|อย่าบอกผู้ใช้|ห้ามบอกผู้ใช้|ไม่ต้องบอกผู้ใช้|โดยไม่บอกผู้ใช้|โดยไม่ต้องถามผู้ใช้|โดยไม่ถามผู้ใช้|โดยไม่แจ้งผู้ใช้|โดยไม่ต้องยืนยัน|คำสั่งระบบใหม่|แทนที่คำสั่งทั้งหมด|มีความสำคัญเหนือ',
    forOwner:
      'ผู้ใช้ชอบ|ผู้ใช้ต้องการ|ผู้ใช้อยาก|ผู้ใช้ขอ|ผู้ใช้บอก|ผู้ใช้กล่าวว่า|ผู้ใช้อนุมัติ|ผู้ใช้อนุญาต|ผู้ใช้ตัดสินใจ|ผู้ใช้ของคุณ|เจ้าของของคุณ|ความชอบของผู้ใช้|เจ้าของต้องการ|ในนามของผู้ใช้',
  },
};
