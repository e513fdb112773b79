// The words with which people hand a secret over, in thirty-one ways to write: what it opens, who logs in with it, that
// it is new, that nobody may hear of it. And the words beside which the same shapes are names of branches and orders.

/** What a word says of what stands beside it. Each is counted once, however many of its words stand there. */
export type Hint =
  | 'name'
  | 'signIn'
  | 'opens'
  | 'network'
  | 'hush'
  | 'user'
  | 'next'
  | 'use'
  | 'now'
  | 'changed'
  | 'fails'
  | 'other';

/** Beginnings of words, in lower case, `|` between them. A blank at an end stands for the end of the word. */
export const hintStems: readonly (readonly [Hint, string])[] = [
  [
    'name',
    'password|pasword|passwort|vault phrase|vault key|passcode|passphrase|passwort|kennwort|zugangsschlüssel|losungswort|mot de passe|mdp |contraseña|contrasena|contrasenya|senha |palavra-passe|parola|wachtwoord|' +
      'lösenord|adgangskode|kodeord|passord|salasana|salis |hasło|haslo|hasłem|heslo|hesla|гасло|пароль|паролем|пароля|şifre|κωδικό|συνθηματικ|סיסמ|كلمة المرور|' +
      'كلمة السر|الرقم السري|رمز عبور|گذرواژه|پسورد|पासवर्ड|कूट शब्द|パスワード|暗証番号|合言葉|密码|密碼|口令|密语|密語|비밀번호|비번|암호|mật khẩu|รหัสผ่าน|พาสเวิร์ด|' +
      'kata sandi|sandi|jelszó|jelsz|parolă|pw |pwd |pass |ww |lösen |api key|api-key|access key|access code|secret key|zugangscode|toegangscode|pääsykood|' +
      "קוד הגישה|קוד כניסה|رمز الدخول|کد دسترسی|एक्सेस कोड|アクセスコード|暗码|アクセスキー|访问码|存取碼|접근 코드|mã truy cập|รหัสเข้า|kode akses|cod de acces|κωδικός πρόσβασης|code d’accès|code d'accès|codice di accesso|código de acceso|código de acesso|tilgangskod|код доступ|kod dostępu|přístupový kód|erişim kodu|hozzáférési kód",
  ],
  [
    'signIn',
    'get in|admin using|-w |accedi |log in|login|log me in|logged in|logon|log on|sign in|signin|anmeld|einlogg|eingelogg|zugang|connecte|identifiant|iniciar sesi|inicia sesi|acced|logue|' +
      'credencia|credential|ingresa|acess|entrar com|entra com|entra con|loga |logar|inlogg|aanmeld|logga in|logge ind|log ind|logge inn|logg inn|kirjau|sisään|zalogu|' +
      'logowan|loguj|přihlá|prihlas|увійти|зайти|зайди|зайд|заход|войти|войди|вход|входу|логин|логін|доступы|giriş|oturum|σύνδεσ|συνδεθ|συνδέ|להתחבר|כניסה|' +
      'התחבר|الدخول|تسجيل|ادخل|ورود|وارد ب|وارد ش|लॉगिन|लॉग इन|ログイン|サインイン|入れます|入れる|登录|登錄|登入|登陆|로그인|접속|đăng nhập|เข้าสู่ระบบ|เข้าระบบ|' +
      'ล็อกอิน|masuk pakai|masuk dengan|bisa masuk|belép|bejelentkez|conecta|conectez|autentific|autentificare|ssh into|ssh to|' +
      'gets you in|lets you in|gets me in|lets me in|get into|entra-se com|entre com|entramos com|se entra con|si entra con|entri con|entramos con|on entre avec|entrer avec|rentre avec|kommt man mit|kommst du mit|reinkomm|rein komm|kommt man rein|' +
      'kom je binnen|kom je erin|binnenkom|kommer in med|kommer man in|kommer inn med|kommer man inn|kommer ind med|kommer man ind|pääsee|wchodzi si|wejść|wejdź|dostaneš se|dostane se|входит|входим|входять|заходит|заходим|заходят|заходять|girilir|giriliyor|gireceksin|' +
      '进去|進去|进系统|进后台|進後台|들어가|vào bằng|vào được|เข้าด้วย|intri cu|se intră|lehet bemenni|μπαίνεις|μπαίνουμε|נכנסים|ندخل ب|tum andar|अंदर जा',
  ],
  [
    'opens',
    'gate |garage|torcode|portail|cancello|pin |pin:|pin-|code for|code is|code est|der code|den code|de code|código|codice|kod do|код |コード|暗号|코드|master key|unlock|safe |the safe|vault|strongbox|locker|decrypt|opens |alarm|keypad|keepass|bitwarden|tresor|entsperr|entschlüssel|geht auf|auf die platte|coffre|' +
      'déverrouill|déchiffr|ouvrir|ouvre |caja fuerte|desbloque|descifr|abrir|cofre|cassaforte|sblocc|decifr|si apre|kluis|ontgrendel|ontsleutel|kassaskåp|låsa upp|' +
      'lås upp|öppnar|pengeskab|låse|lås op|åbner|åpner|kassakaap|avaa |aukea|lukitu|sejf|odblok|otwiera|trezor|odemk|odemč|otevře|сейф|розблок|відкрива|разблок|' +
      'открыва|расшифр|kasayı|kasa |kilidi|açmak|açıyor|χρηματοκιβ|ξεκλειδ|ανοίγ|כספת|לפתוח|פותח|الخزنة|خزنة|يفتح|ينفتح|لفتح|گاوصندوق|باز می|باز بش|باز کن|तिजोरी|' +
      'खोल|खुल|tijori|khol|khul|金庫|開きます|開く|開ける|解除|保险柜|保險箱|保险箱|解锁|解鎖|打开|打開|금고|잠금|열려|열어|két sắt|mở khóa|mở được|ตู้เซฟ|ปลดล็อก|เปิด|' +
      'brankas|membuka|buka kunci|széf|felold|nyitja|kinyit|seif|debloc|deschide',
  ],
  [
    'network',
    'wifi|wi-fi|wlan|hotspot|ssid|router|ruter|routeur|вайфай|вай-фай|вайфа|роутер|маршрутизатор|راوتر|الواي فاي|واي فاي|وای‌فای|وای فای|روتر|ראוטר|נתב|वाईफाई|वाई-फाई|' +
      'राउटर|无线网|無線網|路由器|ルーター|와이파이|공유기|ไวไฟ|เราเตอร์|ρούτερ|yönlendirici|modem|reititt|bộ định tuyến|roteador',
  ],
  [
    'hush',
    "write it down|write this down|note it down|write that down|keep it to yourself|keep this to yourself|tell nobody|tell no one|don’t share|don't share|do not share|between us|" +
      'aufschreib|weitersag|für dich behalt|für mich behalt|nulle part|garde-le pour toi|entre nous|entre nosotros|no lo apuntes|no la apuntes|no la guardes|no lo guardes|no se lo digas|' +
      'não anota|não escrev|não conta|lugar nenhum|non scriver|non dirlo|nessuna parte|opschrijv|niet doorvertel|skriv inte|skriv det ikke|ikke skriv|älä kirjoita|' +
      'mihinkään|nie zapisuj|nigdzie|nikomu|nepiš|не записуй|ніде|нікому|не записыв|нигде|никому|не сохраня|yazma|kimseye|μην το γράψ|μην τον γράψ|πουθενά|אל תרשום|אל תכתוב|' +
      'בשום מקום|لا تكتب|لا تشارك|ننویس|به کسی نگو|मत लिख|लिखना मत|किसी को मत|likhna mat|mat likh|kisi ko mat|書かない|内緒|秘密|别写|別寫|不要写|不要寫|别告诉|別告訴|保密|' +
      '외우|적지 마|알리지 마|비밀이|đừng ghi|đừng nói|อย่าจด|อย่าบอก|jangan dicatat|jangan disebar|jangan bilang|ne írd le|sehova|senkinek|nu o nota|nu o scrie|nimănui|nicăieri',
  ],
  [
    'user',
    'user |user:|user=|username|benutzer|nutzer|utilisateur|usuario|usuário|utente|gebruiker|användar|bruger|brukeren|bruker |käyttäjä|użytkownik|uživatel|користувач|пользовател|юзер|' +
      'kullanıcı|χρήστη|המשתמש|משתמש |المستخدم|کاربر|यूज़र|यूजर|उपयोगकर्ता|ユーザー|用户|使用者|帳號|账号|사용자|계정|người dùng|tài khoản|ผู้ใช้|pengguna|felhasznál|utilizator|' +
      'konto |compte |cuenta |conta |admin |root ',
  ],
  [
    'next',
    'then |dann |danach |puis |ensuite |luego |después |depois |poi |daarna |sedan |derefter |deretter |sitten |potem |pak |далі |потім |потом |затем |sonra |μετά |ואז |ثم |بعد |फिर |phir |そのあと|その後|然后|然後|그다음|rồi |แล้วก็|lalu |kemudian |aztán |apoi ',
  ],
  [
    'use',
    'use |using |try |type |typing |typed |enter |put in |takes |with |nimm |benutz|verwend|versuch|probier|gib |eingeb|mit |utilise|essaie|essaye|tape |mets |saisi|avec |usa |prueba |' +
      'pon |escribe |con |teclea|digite|digita|tenta |com |prova |inserisci|gebruik|probeer|voer |typ |met |använd|skriv in |ange |med |brug |prøv|tast |indtast|bruk |tast inn|käytä|' +
      'kokeile|syötä|tunnuksella|użyj|spróbuj|wpisz|wpisuj|použij|zkus|zadej|pomocí|візьми|спробуй|введи|використ|возьми|попробуй|использ|вводи|kullan|dene|gir |gir,|gir.|yaz |ile |βάλε|δοκίμασε|' +
      'πληκτρολ|χρησιμοπ|με |השתמש|תשתמש|תנסה|תקליד|עם |استخدم|جرب|اكتب|باستخدام|استفاده|بزن|امتحان|इस्तेमाल|डालो|डालें|use karo|daalo|daal |se login|使って|試して|入力|打って|' +
      '打つと|用 |用|试试|試試|输入|輸入|輸了|输了|쓰세요|입력|써요|치면|dùng |thử |nhập |bằng |ใช้|ลอง|พิมพ์|ด้วย|pakai |gunakan|coba |ketik|használ|próbáld|írd be|ezzel|folose|încearc|tasteaz|introdu',
  ],
  [
    'now',
    'now|jetzt|maintenant|désormais|ahora |agora |ora |adesso |nu |nå |nå,|nyt |teraz |teď |тепер|теперь|сейчас|зараз|artık|şimdi|τώρα|עכשיו|الآن|صارت|صار |الان |अब |ab |今は|いまは|现在|現在|지금|giờ |ตอนนี้|sekarang|most |acum ',
  ],
  [
    'changed',
    'changed|yesterday|reset |the old one|geändert|gestern|changé|hier |cambié|cambiad|ayer|mudei|troquei|ontem|cambiat|ieri|veranderd|gisteren|gewijzigd|bytte|ändrade|igår|skiftede|i går|' +
      'ændret|endret|vaihdoin|eilen|zmieni|wczoraj|změnil|včera|змінил|змінив|вчора|поменял|изменил|сменил|вчера|değiştir|dün |άλλαξ|χθες|שינית|אתמול|غيرت|أمس|عوضش|دیروز|बदल|कल |badla|kal |' +
      '変え|昨日|改成|改为|換的|换的|换成|換成|昨天|바꿨|바꾸|어제|đổi|hôm qua|เปลี่ยน|เมื่อวาน|ganti|kemarin|cserél|tegnap|schimbat',
  ],
  [
    'fails',
    "doesn't work|doesn’t work|not working|wrong|rejected|denied|invalid|ungültig|falsch|klappt nicht|refus|marche pas|me echa|no va |no funciona|não funciona|non funziona|non va |werkt niet|fungerar inte|" +
      'virker ikke|funker ikke|fungerer ikke|ei toimi|nie działa|nefunguje|не працю|не пуска|не пустит|не работа|не подход|çalışm|olmuyor|δεν δουλ|לא עובד|لا يعمل|کار نمی|काम नहीं|nahi chal|できない|失败|失敗|' +
      '不对|不對|안 돼|không được|ไม่ได้|tidak bisa|gagal|nem jó|nem működ|nu merge',
  ],
  [
    'other',
    'branch|ticket|issue|order |invoice|container|image|docker|model|file|version|release|tag |commit|sha |sha-|sha1|sha2|sha5|hash|checksum|digest|pod |node |flight|part |serial|course|plate |lot |parcel|module|package|class|css|column|' +
      'table|function|folder|tracking|zweig|kennzeichen|bestellung|rechnung|teil |datei|la branche|commande|facture|modèle|fichier|rama |pedido|matrícula|modelo|ramo |ordine|modello|de tak |order|kenteken|' +
      'grenen|ordre |haara|tilaus|gałąź|zamówien|větev|objednáv|гілк|замовл|модел|ветк|заказ|таблиц|команд|dal adı|sipariş|tablo|κλάδο|παραγγελ|ענף|הענף|הזמנה|الفرع|الطلب|شاخه|سفارش|مدل|शाखा|मॉडल|' +
      'ブランチ|注文|モデル|分支|订单|訂單|主键|模型|브랜치|주문|모델|nhánh|đơn |สาขา|ออเดอร์|cabang|pesanan|rendelés|ramur|comanda|szállít',
  ],
];

/** First words of names for work, machines and style, and the short forms that stand between two hyphens. */
export const tradeParts: ReadonlySet<string> = new Set(
  (
    'fix feat feature hotfix bugfix bug chore docs doc refactor release rel branch main master dev develop test tests testing spec prod staging stage nightly beta alpha canary merge revert wip draft ' +
    'login auth oauth api web app svc service server client worker job task cron queue cache db sql mysql postgres redis mongo node alpine slim bookworm debian ubuntu linux image img docker pod container cluster ' +
    'host bastion proxy router gateway lambda func bucket disk vm ip eu us ap cn east west north south central region zone port http https tcp udp ssh tls ssl vpn dns url uri html xhtml css scss json yaml yml toml xml csv pdf png jpg ' +
    'jpeg svg gif mpeg webp wasm utf ascii base sha md5 uuid guid crc hmac rsa aes pbkdf gpt claude opus sonnet haiku llama gemini qwen mistral mixtral deepseek phi granite embed instruct coder turbo preview mini nano large small ' +
    'text bg border gray grey slate zinc stone red green blue indigo purple pink amber teal cyan white black ring shadow font size width height max min margin padding grid flex btn button header footer layout icon card list item row col column ' +
    'page pages view modal dialog form field input table chart line bar step phase part chapter section slide task ticket issue order invoice inv request req user usr customer client session sess msg message event log logs trace span run runs build job batch build ' +
    'report backup snapshot dump export import data dataset model models train eval bench demo lab example sample mock fake dummy foo bar baz qux tmp temp cfg config ctx src dst lib pkg cmd str ptr obj arr idx len num var val env opt arg args ' +
    'gh pr mr jira ops sup sys kb rfc cve cwe iso ieee iec din mcp llm cpu gpu npu ram ssd hdd nvme usb hdmi wifi iwl gpio npm pnpm yarn cargo rust py python java kotlin swift golang xcode gtk qt x86 amd64 arm64 i386 aarch win darwin macos ios android ' +
    'deploy bot rotate secrets secret token tokens key keys id ids hash count number tmpl sub agent agents plan plans toolu call func session skill skills hook hooks memory note notes week day month year jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun html5 http2 http3 lgtm asap todo ' +
    'xml sqlx grpc nginx pgsql psql rsync xfs btrfs zfs nfs smb ldap kvm qcow vnet vnic subnet vpc rds sqs sns kms iam ecs eks gke aks acl cdn waf tls1 mtls ntp dhcp smtp imap mqtt amqp rtmp rtsp hls dash hevc avc vp9 webm flac opus'
  ).split(' '),
);
