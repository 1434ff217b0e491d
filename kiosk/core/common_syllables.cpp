#include "kiosk/core/common_syllables.h"

namespace motlan {

std::string_view family_syllables() {
    return "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đào "
           "đoàn vương trịnh trương lâm mai tô tạ hà cao thái châu tăng lương phùng lưu hứa "
           "quách chu thân mạc tống tôn từ kiều nghiêm quản sầm cù cung doãn đàm đồng đậu "
           "giáp hàn kha khổng khuất la lã lại lò lô lục lường mã mông nông ông phí phó thạch "
           "thẩm tiêu triệu trà vi viên vừ xồng giàng sùng bạch âu";
}

std::string_view given_syllables() {
    return "đức đông đạt thị văn hữu ngọc minh thanh thu hồng quang xuân hoa lan hương hùng "
           "dũng hải hạnh hằng hiền hiếu anh tuấn tú thành thảo thắng thủy thúy trang trung "
           "tùng linh long loan lâm nam nga ngân nhung oanh phong phúc phương phượng quân "
           "quốc quý quỳnh sơn tâm tân thái thịnh thuận tiến toàn toản trí trọng trường vân "
           "việt vinh vy yến ánh ân an bảo bích bình cẩm châu chi chiến công cường cúc cao "
           "chung dung duy duyên đại đăng điệp đoàn đào diệp diệu gia giang hà hân hậu hòa "
           "hoài huệ huy huyền hường hưng khánh khoa khoan khôi kiên kim kiều lam lệ liên "
           "liễu lộc lợi lương lưu ly mạnh mai mẫn mậu mến mỹ my nghĩa nghi nguyên nguyệt "
           "nhân nhàn nhật nhi như nhã ninh nương phú phước quế quyên quyền quyết sang sáng "
           "sen sinh sỹ tài tấn thạch thạnh thân thế thi thiện thiên thọ thoa thơ thông thư "
           "thục thương thường thùy tình tính tố tới trà trâm trân triều trinh trúc tuân tuệ "
           "tuyên tuyền tuyết tư tường uyên vượng vương viên vĩnh vui xuyến ý nhâm bá đình "
           "khắc sĩ hoàng vũ tôn";
}

std::string_view text_syllables() {
    return "và của có là không cho được người tôi để với các một trong năm này những khi về "
           "đến con làm từ theo do đã ở bị tại ra vào việc nhà ông bà anh chị em nước giấy tờ "
           "hồ sơ đăng ký tạm trú thường xin cấp đổi lại bản sao chứng thực nhận xác thông "
           "tin cá nhân gia đình vợ chồng cha mẹ cháu hộ khẩu khai sinh tử kết hôn tịch tuổi "
           "ngày tháng giờ số địa chỉ thôn xóm tổ khối phố đường phường xã huyện tỉnh thành "
           "đất đai ruộng vườn thửa quyền sử dụng sở hữu mua bán tặng thừa kế vay vốn ngân "
           "hàng tiền phí lệ đồng nộp trả thuế kinh doanh công ty cửa quán buôn nghề lao động "
           "bảo hiểm y tế bệnh viện khám chữa ốm đau tai nạn thương binh liệt sĩ trợ hưởng "
           "chế độ chính sách nghèo cận học trường lớp viên thi tuyển nhập du lịch ngoài "
           "chuyến đi chiếu chuyển nơi quê thuê phòng trọ xe máy ô tô bằng lái phép xây sửa "
           "điện mạng hỏi đòi yêu cầu thêm thiếu sai đúng chưa rồi nữa phải cần muốn biết nói "
           "viết ghi tên họ đệm chữ bố dì chú bác cô cậu ruột nuôi đẻ riêng chung cùng sống "
           "mất chết hỏng rách cũ mới trước sau trên dưới gần xa hiện nay hôm qua mai tuần "
           "sớm muộn lâu nhanh chậm nhiều ít mấy bao nhiêu ai gì nào đâu vì nên thì mà nếu "
           "hoặc cũng còn như đều cả mỗi từng hai ba bốn sáu bảy tám chín mười trăm nghìn "
           "triệu cán bộ quầy trung tâm phục vụ hành ủy ban dân cơ quan đơn vị chủ giám đốc "
           "trưởng phó nhiệm nghỉ hưu lương thôi hợp quyết định thỏa thuận cam đoan khiếu nại "
           "tố cáo phản ánh góp ý giúp đỡ hướng dẫn giải thích bổ sung gửi đem mang lấy đưa "
           "giữ tìm thấy gặp gọi nghe đọc xem chụp ảnh quét in dấu mã thẻ căn cước thoại nhắn "
           "kèm lý bổn phận trách nghĩa quân sự đảng đoàn hội phụ nữ thanh niên cựu chiến "
           "chăm sóc trẻ già yếu tật khuyết mồ côi neo cứu đói bão lụt thiên cháy hỏa hoạn "
           "mùa lúa ngô khoai sắn rau quả cây gỗ rừng sông biển ao tôm trâu bò lợn gà vịt chợ "
           "hóa phẩm ăn uống thuốc men quần áo vải vở bút bàn ghế giường tủ mái tường sân ngõ "
           "ngách đội cụm khu vực miền bắc đông tây thức tự nguyện chối hủy bỏ rút đúc đục "
           "giáo dục dự án khóa đợt kỳ hạn tiếp tục dừng hết lần đầu cuối giữa toàn phần nửa "
           "đủ dư hơn kém khác giống loại kiểu cách";
}

}  // namespace motlan
