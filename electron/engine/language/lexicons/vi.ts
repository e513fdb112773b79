// Vietnamese, as people type it to their agents: with marks, and without any on phones and in chats.
import type { Lexicon } from '../lexicon.ts';
import { phrases } from '../phrases.ts';

// Without its marks many a word looks like one of another language (la, co, do, se, te): those are left out below.
export const vi: Lexicon = {
  code: 'vi',
  script: 'Latin',
  spaces: true,
  stemmer: null,
  endings: [],
  functionWords:
    'và là của có không cho với các những một này đó được trong khi để từ trên dưới ra vào lên xuống ở tại về đến tới theo bởi vì nên nhưng mà hoặc hay nếu thì rằng cũng đã đang sẽ vẫn còn chỉ rất quá lắm hơn nhất như thế vậy sao gì nào đâu ai bao giờ mấy tôi tao tớ mình em anh chị bạn mày cậu ông bà chúng ta họ nó hắn cái con chiếc cuốn bản mỗi mọi tất cả cả đều từng vài nhiều ít mới rồi chưa đừng chớ hãy phải cần nên muốn bị do sau trước ngoài giữa cùng lại nữa thôi luôn ngay lúc hôm nay mai qua bây nhé nha nhá ạ à ừ dạ vâng ơi đi thôi đấy kia ấy nhau khác chính tự bằng qua đối hết xong khoảng giúp làm đây khong duoc nhung nhu nguoi cua voi trong roi chua dung phai neu thi minh ban nhe luon lam viec nay truoc chi dang biet moi viet cung khac giup vay deu het xin vui lòng',
  emptyWords:
    'ông bà anh chị việc thứ chuyện điều cách kiểu lần lúc chỗ nơi phần chút cảm ơn xin vui lòng làm ơn xin lỗi chào ok tốt tệ đúng sai chắc chắn tất nhiên lại nữa luôn thường bình dùng xài sử dụng làm thực hiện đặt để đưa cho lấy nhận giữ bỏ muốn thích ghét nhớ quên biết nghĩ tưởng nói bảo kể viết ghi xem nhìn thấy thử tìm gọi đổi chuyển thay dừng ngừng tránh mới quyết định thống nhất nhắc quy tắc luật lưu ý ghi chú trực tiếp duy nhất dung xai su lam dat dua lay giu bo muon thich nho quen biet nghi noi bao viet xem thu tim goi doi chuyen thay tranh moi cai lan viec dieu cach kieu luc cho phan chut cam on vui long loi chao tot sai chac',
  cues: {
    always: phrases(`
      luôn|luôn luôn|lúc nào cũng|mọi lúc|lần nào cũng|mỗi lần|mỗi khi|bất cứ khi nào|bất kỳ lúc nào|bất kể
      mặc định|theo mặc định|by default|nguyên tắc là|theo nguyên tắc|về nguyên tắc|nói chung|thông thường
      bình thường|thường thì|thường lệ|như mọi khi|nhất quán|ở mọi nơi|khắp nơi|khắp mọi nơi|không có ngoại lệ
      không ngoại lệ|trong mọi trường hợp|mọi trường hợp|lúc nào|quy tắc là|quy định là|luật là|quy tắc:
      quy định:|áp dụng cho mọi|áp dụng cho tất cả|^mọi|^mỗi|^tất cả|^toàn bộ|^cứ|tất cả ... phải|mọi ... phải
      mỗi ... phải|mỗi ... đều|tất cả ... đều|mọi ... đều|thường xuyên|một lần cho mãi mãi
    `),
    never: phrases(`
      không bao giờ|ko bao giờ|k bao giờ|không bao giờ được|đừng bao giờ|chớ bao giờ|chưa bao giờ
      tuyệt đối không|tuyệt đối đừng|tuyệt đối cấm|không đời nào|trong bất kỳ trường hợp nào
      không được ... bất kỳ|dù thế nào cũng không|dù sao cũng không|bất luận thế nào cũng không
      nhất quyết không|không một lần|không ở đâu|never|tuyệt nhiên không
    `),
    fromNowOn: phrases(`
      từ giờ|từ giờ trở đi|từ bây giờ|từ nay|từ nay về sau|từ nay trở đi|kể từ giờ|kể từ bây giờ|kể từ nay
      kể từ hôm nay|từ hôm nay|từ mai|từ ngày mai|từ tuần này|từ tuần sau|từ tháng sau|bắt đầu từ|sau này
      về sau|mai sau|lần sau|lần tới|những lần sau|các lần sau|trong tương lai|tương lai thì|trở đi|từ lần sau
    `),
    remember: phrases(`
      nhớ|hãy nhớ|nhớ là|nhớ rằng|nhớ nhé|nhớ nha|nhớ kỹ|^nhớ|ghi nhớ|hãy ghi nhớ|nhớ giùm|nhớ giúp|đừng quên
      đừng có quên|chớ quên|không được quên|không quên|đừng quên là|lưu ý|lưu ý là|lưu ý rằng|chú ý|chú ý là
      hãy lưu ý|cần lưu ý|xin lưu ý|để ý|để ý là|ghi lại|ghi chú lại|ghi vào|lưu lại|lưu vào bộ nhớ
      lưu vào trí nhớ|note lại|note giúp|note nhé|học thuộc|cho bạn biết|để bạn biết|cho biết thêm|báo để biết
      bạn nên biết|bạn cần biết|nên biết là|nói để biết|nhắc lại là|nhắc nhở|xin nhắc|nhắc bạn|fyi|nb
      quan trọng:|ghi chú:|lưu ý:|để tham khảo sau|cho rõ
    `),
    must: phrases(`
      phải|phải có|phải là|phải được|bắt buộc|bắt buộc phải|là bắt buộc|cần|cần phải|cần có|nhất định phải
      nhất thiết phải|buộc phải|nên|nên là|nên có|yêu cầu|theo yêu cầu|đòi hỏi|cần thiết|không được
      không được phép|được phép|chỉ được|thuộc về|nằm trong thư mục|để trong|đặt trong|đặt ở|lưu ở|lưu trong
      ghi bằng|viết bằng|đặt tên|gửi cho|bắt đầu bằng|kết thúc bằng|phải nằm|phải để|có nghĩa vụ
      tối thiểu phải|chuẩn là
    `),
    prefer: phrases(`
      thích|tôi thích|mình thích|em thích|anh thích|thích hơn|thích ... hơn|không thích|ko thích
      tôi không thích|mình không thích|ghét|tôi ghét|mình ghét|chịu không nổi|không chịu được|không ưa|ưa
      ưu tiên|tôi muốn|mình muốn|em muốn|anh muốn|tôi không muốn|mình không muốn|thà|thà ... còn hơn
      tốt hơn là|tiện hơn|dễ hơn cho tôi|hợp với tôi|hợp với mình|gu của|sở thích|mong|mong muốn|tôi mong
      chuộng|khó chịu khi|bực khi|quen dùng
    `),
    custom: phrases(`
      chúng tôi dùng|chúng ta dùng|bọn mình dùng|bên mình dùng|bên em dùng|bên tôi dùng|tụi mình dùng
      team dùng|team mình|nhóm mình|nhóm tôi|bên mình|bên em|bên tôi|bên này|bên chúng tôi|ở đây|ở công ty
      công ty mình|công ty tôi|chỗ mình|chỗ em|chỗ tôi|xưởng mình|tiệm mình|quán mình|phòng khám|văn phòng
      chúng tôi không|chúng tôi viết|chúng tôi gọi|chúng tôi|chúng mình|bọn em|tụi em|mình dùng|mình chỉ dùng
      tôi dùng|tôi chỉ dùng|tôi luôn|mình luôn|quen gọi là|gọi là|quy ước|quy ước của|phong cách của
      quy định của|quy định là|chuẩn của|tiêu chuẩn của|chính sách|thông lệ|thói quen là|trong dự án này
      trong project này|dự án này|trong repo này|repo này|đã thống nhất|thống nhất là|đã quyết định
      quyết định là|quyết định:|đã chốt|chốt là|đã thỏa thuận|chốt rồi
    `),
    forbid: phrases(`
      đừng|đừng có|đừng dùng|đừng viết|đừng đụng|đừng sửa|đừng xóa|đừng gửi|đừng thêm|đừng để|chớ|không được
      ko được|k được|không được dùng|không dùng|không xài|không cần|không nên|không viết|không thêm|không để
      cấm|bị cấm|cấm dùng|nghiêm cấm|tránh|hãy tránh|tránh dùng|ngừng|ngưng|dừng|thôi đừng|thôi ngay|bỏ|bỏ hết
      bỏ ngay|bỏ cái|không có|mà không|không kèm|khỏi cần|khỏi|miễn|hạn chế|không cho phép|không được phép
      đừng động vào|để yên|không muốn thấy|^không|^đừng|^cấm|^tránh|^bỏ|^khỏi|, không|và không
    `),
    please: phrases(`
      vui lòng|làm ơn|xin|xin vui lòng|xin hãy|hãy|nhé|nha|giùm|giúp mình|giúp tôi|giúp em|hộ|hộ mình|dùm
      phiền|phiền bạn|đảm bảo|đảm bảo là|bảo đảm|nhớ phải|^dùng|^xài|^sử dụng|^viết|^giữ|^đặt|^để|^gọi
      ^trả lời|^hỏi|^làm tròn|^sắp xếp|^commit|^chờ|^đợi|^kiểm tra ... trước|^chạy ... trước|^bắt đầu
      ^kết thúc|^chọn|^ghi|^lưu|^nêu|^trích|^định dạng|^dịch ... luôn|^cứ dùng|bạn luôn|bạn phải|bạn hãy
      em hãy|tôi mong bạn|pls|please
    `),
    only: phrases(`
      chỉ|chỉ có|chỉ dùng|chỉ cần|chỉ được|duy nhất|đúng|chính xác|ngoại trừ|trừ|trừ khi|trừ phi|ngoại lệ
      ngoài ra không|nhiều nhất|tối đa|ít nhất|tối thiểu|không quá|không hơn|không gì khác|không có gì khác
      chấm hết|hết|nghiêm ngặt|không ngoại lệ|mỗi|thôi
    `),
    instead: phrases(`
      thay vì|thay cho|thay bằng|thay thế cho|chứ không|chứ không phải|chứ đừng|chứ ko|mà không phải
      không phải ... mà là|không ... mà|hơn là|, không phải|thay vào đó|đừng ... mà
    `),
    again: phrases(`
      quay lại|trở lại
      lại|lại nữa|nữa rồi|một lần nữa|lần nữa|thêm lần nữa|như mọi khi|như đã nói|như tôi đã nói
      như mình đã nói|tôi đã nói|mình đã nói|em đã nói|đã nói rồi|nói rồi|tôi nói rồi|mình nói rồi|đã bảo
      đã bảo rồi|bảo rồi mà|đã dặn|dặn rồi|bao nhiêu lần|mấy lần rồi|nói bao nhiêu lần|nói mấy lần|lần thứ ba
      lần thứ tư|lần thứ #|cả trăm lần|vẫn còn|vẫn cứ|vẫn chưa|cùng một lỗi|lỗi cũ|lại lỗi|giống lần trước
      như lần trước|như trước|như đã bàn|như bạn biết|lần nào tôi cũng|cứ phải nhắc|nhắc hoài|nhắc mãi|hoài
    `),
    wrong: phrases(`
      ^không|^ko|^k phải|^sai|^sai rồi|^nhầm|^nhầm rồi|^không phải|^chưa đúng|^dừng|^dừng lại|^khoan|^ê|^này
      sai rồi|vậy là sai|thế là sai|không đúng|chưa đúng|không phải vậy|không phải thế|không phải cái
      không phải ý|ý tôi không|không phải điều tôi|bạn quên|quên rồi|bạn đã quên|bạn thiếu|bạn dùng
      bạn đã dùng|bạn viết|bạn đã viết|bạn để|bạn làm|bạn đã làm|bạn đổi|bạn đã đổi|bạn làm hỏng|lỗi của bạn
      dài quá|quá dài|ngắn quá|quá ngắn|nhiều quá|quá nhiều|lẽ ra phải|đáng lẽ|hoàn tác|trả lại như cũ
      tôi yêu cầu|tôi bảo|tôi đâu có|sao bạn lại|tại sao bạn lại|sao lại|lại sai
    `),
    repair: phrases(`
      tôi phải|mình phải tự|tôi phải tự|em phải tự|phải tự sửa|phải sửa lại|phải sửa|tự sửa|tự tay|bằng tay
      thủ công|tôi đã sửa|mình đã sửa|tôi sửa lại|mình sửa lại|tôi đổi lại|đổi lại|chuyển lại|đưa lại
      khôi phục lại|tôi xóa|phải xóa|phải viết lại|tôi viết lại|viết lại từ đầu|dọn lại|phải dọn
    `),
    change: phrases(`
      giờ|bây giờ|hiện giờ|hiện tại|hiện nay|giờ thì|không còn|ko còn|không ... nữa|không dùng nữa|đã chuyển
      chuyển sang|đã chuyển sang|chuyển qua|chuyển từ|đã dời|dời sang|đã đổi|đổi sang|đổi thành|đổi qua
      đã thay|thay bằng|được thay|đã nâng cấp|nâng cấp|hạ cấp|đổi tên|đã đổi tên|từ tuần trước|từ thứ hai
      kể từ|trước đây|trước kia|hồi trước|ngày trước|đã bỏ|bỏ rồi|đã ngừng|ngừng dùng|đã nghỉ|quay lại dùng
      trở lại dùng|địa chỉ mới|số mới|mới là|cái mới|không ổn|cập nhật:|đính chính:|sửa lại:|tăng lên
      giảm xuống|lên thành|còn lại|thành|có hiệu lực|đã đóng cửa|về hưu|nghỉ hưu|nghỉ việc
      nâng lên|hạ xuống|kéo dài đến
    `),
    state: phrases(`
      là|nằm ở|nằm trong|ở|chạy trên|chạy ở|thuộc|gồm|bao gồm|có|đi qua|gửi đến|đến từ|lấy từ|nghĩa là
      có nghĩa là|viết tắt của|giá|tốn|mất ... ngày|mất|bắt đầu lúc|kết thúc lúc|mở cửa|đóng cửa|gọi là|tên là
      phụ trách|quản lý|duyệt|ký|dùng|hết hạn|làm việc với
    `),
    question: phrases(`
      ^tại sao|^sao|^vì sao|^thế nào|^như thế nào|^làm sao|^làm thế nào|^khi nào|^bao giờ|^lúc nào|^ở đâu|^đâu
      ^ai|^cái nào|^cái gì|^gì|^bao nhiêu|^mấy|^có phải|^có thể|^có nên|^liệu|^bạn có|^bạn biết|^mình có nên
      ^nên|không$|ko$|không nhỉ|nhỉ$|phải không|đúng không|được không|được ko|có không|chưa$|à$|hả$|hở$|là gì
      là sao|thế nào|ra sao|ở đâu|tại sao|vì sao|bao giờ xong|tôi thắc mắc|thắc mắc|có cách nào|có ai
    `),
    hypothesis: phrases(`
      nếu như|nếu mình|nếu chúng ta|nếu tôi|nếu|^nếu|giả sử|giả dụ|giả định|thử tưởng tượng|tưởng tượng|ví dụ
      ví dụ như|chẳng hạn|có lẽ|có thể|có khi|biết đâu|chắc là|hình như|hay là|sẽ ra sao nếu|thì sao
      một ngày nào đó|ngày nào đó|sau này có thể|về lý thuyết|lý thuyết thì|chỉ là ý tưởng|ý tưởng thôi
      đang nghĩ|mình đang nghĩ|tôi đang nghĩ|đang cân nhắc|cân nhắc|đề xuất|gợi ý|sao không|tại sao không
      tôi nghĩ|mình nghĩ|tôi đoán|không chắc|chưa chắc|brainstorm*|ước gì
    `),
    oneOff: phrases(`
      chỉ lần này|lần này|riêng lần này|lần này thôi|chỉ một lần|một lần thôi|tạm thời|tạm|hiện giờ thì
      bây giờ thì|ngay bây giờ|ngay giờ|bây giờ ... luôn|hôm nay|tối nay|sáng nay|chiều nay|trưa nay|mai
      ngày mai|hôm qua|tuần này|đến thứ sáu|tháng này|lát nữa|chút nữa|một chút|một lát|một phút|# phút
      # phút nữa|trong tin nhắn này|trong file này|cho file này|cho task này|cho việc này|cho ticket này
      trong pr này|trong câu trả lời này|cho vui|ngoại lệ lần này|một ngoại lệ|trong trường hợp này|nhanh
      làm nhanh|gấp|cho buổi demo|để demo|trước cuộc họp|trước khi họp
      cho đến khi tôi
    `),
    rolePlay: phrases(`
      giả vờ|giả bộ|hãy giả vờ|đóng vai|nhập vai|chơi trò|bạn là một|bạn là|^bạn là|giờ bạn là|hãy là
      tưởng tượng bạn là|hãy tưởng tượng bạn|hành xử như|cư xử như|nói như|nói chuyện như|trả lời như|viết như
      như thể bạn là|trong vai|giữ vai|tên bạn là|tôi là chủ của|ngày xửa ngày xưa|trong câu chuyện
      trong trò chơi
      bạn là @|bây giờ bạn là @|bạn tên là @|em là @
    `),
    smallTalk: phrases(`
      cảm ơn|cám ơn|cảm ơn nhiều|cảm ơn bạn|thanks|thank|tks|thx|chào|chào bạn|xin chào|hello|hi|alo
      chào buổi sáng|buổi sáng tốt lành|chúc ngủ ngon|ngủ ngon|tạm biệt|bye|hẹn gặp|haha|hihi|hehe|kaka|lol
      khỏe không|dạo này|bạn khỏe|tuyệt|tuyệt vời|hay quá|giỏi quá|tốt lắm|làm tốt lắm|hoàn hảo|đỉnh|xịn
      xịn quá|đẹp đấy|ổn rồi|ngon|không có gì|không có chi|thời tiết|trời mưa|trời nóng|cà phê|trà sữa|ăn trưa
      ăn cơm|đi ăn|bia|cuối tuần|nghỉ lễ|du lịch|mệt|mệt quá|buồn ngủ|đói|buồn cười|chuyện cười|con mèo
      con chó|bọn trẻ|chúc mừng|sinh nhật|xin lỗi|đừng lo|không sao|ko sao|không vấn đề|kệ|kệ đi|từ từ
      không vội|yêu bạn|thương|đáng yêu
    `),
    reported: phrases(`
      nói rằng|nói là|bảo rằng|bảo là|viết rằng|viết là|cho rằng|khẳng định|theo|theo như|ghi là|ghi rằng
      có ghi|trong ticket|ticket ghi|trong mail|mail ghi|trong email|email|khách hàng|khách nói|khách bảo
      khách muốn|khách viết|một khách|người dùng|một người dùng|đồng nghiệp|sếp nói|sếp bảo|sếp|vợ tôi
      chồng tôi|anh ấy nói|cô ấy nói|họ nói|họ bảo|người ta nói|ai đó nói|ai đó viết|có người|tôi đọc|đọc được
      đọc thấy|nghe nói|tôi nghe|thấy bảo|nghe bảo|bài báo|bài viết|trên blog|stack overflow|trên diễn đàn
      trên mạng|nhà cung cấp|trích|trích dẫn|log ghi|log báo|lỗi báo|trong comment|comment ghi|tài liệu ghi
      trong tài liệu|readme|chatgpt|dán vào|đoạn dưới đây|nội dung sau
    `),
    pointing: phrases(`
      cái này|cái đó|cái kia|cái ấy|này|đó|kia|ở trên|ở dưới|bên trên|bên dưới|phía trên|phía dưới|dòng #
      dòng thứ #|trang #|bước #|phương án #|lựa chọn #|bản nháp #|đoạn #|cái đầu|cái đầu tiên|cái thứ hai
      cái thứ ba|cái cuối|cái sau|cái trước|thứ nhất|thứ nhì|file này|file đó|tệp này|hàm này|hàm đó
      branch này|nhánh này|pr này|commit này|test này|bug này|lỗi này|lỗi đó|thay đổi này|phần này|phần đó
      đoạn này|đoạn đó|trong số đó|phần còn lại|cái bạn viết|bạn vừa viết|bạn vừa làm|quay lại|ý tôi là
      ý mình là|thêm cái nữa|một cái nữa|tiếp tục|tiếp đi|đợi đã|chờ chút|giữ nguyên|như thế này|như vậy
      cho đến giờ|trước tiên|đầu tiên|phương án a|phương án b
    `),
    task: phrases(`
      ^thêm|^sửa|^sửa giúp|^fix|^tạo|^làm|^viết một|^viết cho|^viết lại|^viết giúp|^triển khai|^xây dựng
      ^refactor|^đổi tên|^xóa|^xoá|^bỏ dòng|^gỡ|^di chuyển|^dời|^cập nhật|^thay đổi|^đổi|^hiển thị|^cho xem
      ^cho tôi xem|^cho mình xem|^giải thích|^mô tả|^tóm tắt|^review|^xem|^xem lại|^xem giúp|^kiểm tra|^check
      ^tìm|^tìm giúp|^liệt kê|^mở|^đọc|^chạy|^chạy thử|^test|^debug|^điều tra|^tìm hiểu|^so sánh|^dịch
      ^rút gọn|^push|^commit cái|^merge|^rebase|^revert|^hoàn tác|^deploy|^phát hành|^cài|^cài đặt|^sinh|^vẽ
      ^chuyển đổi|^trích xuất|^tách|^gộp|^chuẩn bị|^gửi|^đưa|^đưa cho|^cho tôi|^cho mình|^nói cho|^giúp
      ^giúp mình|^thử|^tiếp tục|^đi|^bạn có thể|^bạn giúp|^tôi cần|^mình cần|^chúng ta cần|^áp dụng|^dọn
      ^thay thế|^thiết lập|^cấu hình|^hoàn thành|^đặt hàng|^gọi điện|^gọi cho|^đặt lịch|^tính|^in|^tải
      ^đề xuất|^cắt|^đếm|^nhắc tôi
    `),
    self: phrases(`
      tôi đang|mình đang|em đang|tôi đã|mình đã|tôi vừa|mình vừa|em vừa|tôi sẽ|mình sẽ|tôi có|mình có|tôi thấy
      mình thấy|tôi đi|mình đi|tôi về|tôi thử|mình thử|tôi chạy|tôi tìm|tôi nhận|tôi thêm|tôi push|tôi merge
      để tôi|để mình|đưa tôi|cho tôi|quay lại ngay|đợi tôi|tôi không biết|mình không biết|tôi không hiểu
      mình không hiểu|tôi đang tìm
      trong lúc tôi|trước khi tôi|cho đến khi tôi
      tôi luôn muốn|mình luôn muốn|luôn mơ ước|luôn mơ được|tôi luôn mơ|lúc nào cũng mơ|tôi luôn nghĩ
      mình luôn nghĩ|tôi luôn thích|tôi luôn ghét|lẽ ra không bao giờ nên|đáng lẽ không nên
      lẽ ra tôi không nên|không bao giờ nghĩ|chưa bao giờ nghĩ|chưa bao giờ hiểu|chưa bao giờ được
      tôi chưa bao giờ|mình chưa bao giờ|không bao giờ hiểu nổi|luôn ngon nhất|luôn là tốt nhất
      luôn tuyệt nhất|không bao giờ nữa trong đời|luôn là niềm vui
    `),
    guess: phrases(`
      chắc là|chắc do|chắc tại|hẳn là|ắt là|chắc chạy được|chắc ổn|có vẻ|có vẻ như|dường như|hình như
      trông như|hóa ra|tôi cá|tôi đoán|mình đoán|tôi ngờ|nghi là|không biết|ko biết|chả biết|không rõ
      không nghĩ|không thấy|không hiểu|không chạy|ko chạy|không hoạt động|chạy không được|không được gì|bị lỗi
      báo lỗi|lỗi rồi|bị hỏng|hỏng rồi|hỏng|fail|thất bại|crash|bị treo|treo|sập|bị sập|đơ
    `),
  },
  negatesNext: phrases(`
      không|ko|đừng|chớ|chưa|không bao giờ|đừng bao giờ|thay vì|thay cho|chứ không|chứ không phải|chứ đừng
      hơn là|tránh|cấm|ngừng|ngưng|dừng|bỏ|đã bỏ|không còn|ko còn|chuyển từ|đổi từ|rời|rời khỏi|không có
      mà không|khỏi
    `),
  negatesPrevious: phrases(`
      không dùng nữa|nữa đâu|bị cấm|đã bị bỏ|đã bỏ|bỏ rồi|đã hết|hết rồi|đã ngừng|đã chết|lỗi thời|đã bị thay
      đã được thay|bị thay thế|không ổn|không chạy được|không còn dùng|không được dùng|đã nghỉ việc|đã nghỉ
      về hưu|đã nghỉ hưu|đã đóng cửa|là chuyện cũ
    nghỉ hưu rồi|về hưu rồi|đã về hưu|đắt quá|quá đắt|mắc quá|chậm quá|quá chậm
    không chịu nổi
    `),
  contrasts: ['nhưng', 'song', 'nhung'],
  endsNegation: phrases(
    `mà|mà là|nhưng|sang|qua|dùng|hãy|giờ|bây giờ|chỉ|thay vào đó|với|chúng tôi|để|nhiều hơn|hơn|ít hơn|quá|muộn hơn|sớm hơn|trước khi|cho đến|trừ khi|trừ`,
  ),
  numbers: {
    không: '0',
    một: '1',
    hai: '2',
    ba: '3',
    bốn: '4',
    tư: '4',
    năm: '5',
    sáu: '6',
    bảy: '7',
    tám: '8',
    chín: '9',
    mười: '10',
    chục: '10',
    trăm: '100',
    nghìn: '1000',
    ngàn: '1000',
    triệu: '1000000',
  },
  times:
    'thứ hai thứ-hai thứ-ba thứ-tư thứ-năm thứ-sáu thứ-bảy chủ-nhật chủ nhật tháng xuân hạ thu đông sáng trưa chiều tối đêm khuya t2 t3 t4 t5 t6 t7 cn monday friday',
  abbreviations: 'vd tp ths ts gs pgs bs ks tr sđt đt stt vv v.v tnhh cp q p đ no nr dr mr mrs ms tk cty',
  openers: phrases(`
      không|ko|không không|không phải|sai|sai rồi|lại sai|lại sai rồi|lại nữa|nữa rồi|dừng|dừng lại|khoan
      khoan đã|này|ê|ơ|ok|oke|ừ|ờ|thế|vậy|vậy thì|thế thì|và|nhưng|còn|ngoài ra|với lại|à|ôi|ôi trời|trời ơi
      hm|hmm|ừm|đúng|đúng rồi|vâng|dạ|làm ơn|xin|xin lỗi|sorry|nhân tiện|tiện thể|à mà|một lần nữa|như đã nói
      tôi đã nói|mình nói rồi|đã bảo rồi|như mọi khi|fyi|nhớ|nhớ nhé|hãy nhớ|đừng quên|lưu ý|chú ý|ghi chú
      nhắc lại|chào|chào bạn|bạn ơi|em ơi|thêm một điều|một điều nữa|còn một điều|thực ra|nghe này|nhìn này
      nghiêm túc|thôi nào|cảm ơn
    `),
  frames: {
    errorFix: 'Khi `{command}` báo lỗi “{error}”, hãy chạy {fix} trước.',
    workflow: '{task}: chạy lần lượt {steps}.',
    checks: 'Sau khi sửa trong {project}: chạy {steps}.',
    begins: 'Công việc trong {project} bắt đầu bằng {steps}.',
    ends: 'Công việc trong {project} kết thúc bằng {steps}.',
    branches: 'Tên nhánh trong {project} có dạng {steps}.',
    commits: 'Thông điệp commit trong {project} bắt đầu theo dạng {steps}.',
    fails: '`{command}` thường lỗi trong {project} với “{error}”: hãy kiểm tra trước.',
    stepFirst: 'Trước `{goal}`, hãy chạy `{step}`.',
    leaveOut: 'Chạy `{goal}` không có `{option}`.',
    checkAfter: 'Sau `{goal}`, hãy chạy `{step}`.',
    andThen: ', rồi ',
    repair: 'Lần nào bạn cũng tự sửa bằng tay: “{quote}”',
  },
};
