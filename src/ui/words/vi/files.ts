/** Sentences about attached files. */
export const files = {
  label: 'Tài liệu gửi kèm',
  hint: 'Tối đa 10 tệp, mỗi tệp không quá 20 MB: ảnh, PDF, Word, Excel, văn bản, ghi âm hoặc video. Chúng tôi bỏ vị trí chụp và thông tin máy khỏi ảnh JPEG và PNG.',
  download: (name: string) => `Tải về ${name}`,
  none: 'Chưa có tài liệu nào. Tài liệu gửi kèm đơn sẽ hiện ở đây.',
  gone: 'Không mở được tệp này. Xin thử lại sau hoặc báo cho cơ quan tiếp nhận.',
  faults: {
    'file-empty': 'Tệp không có nội dung. Xin chọn lại tệp.',
    'file-too-large': 'Tệp lớn hơn 20 MB. Xin chia nhỏ tệp hoặc giảm chất lượng ảnh, video rồi gửi lại.',
    'too-many-files': 'Nhiều hơn 10 tệp. Xin bớt tệp, hoặc ghép nhiều ảnh vào một tệp PDF.',
    'file-kind-not-taken':
      'Loại tệp này không nhận được. Xin gửi ảnh (JPG, PNG), PDF, Word, Excel, văn bản (TXT), ghi âm hoặc video.',
    'file-is-a-program': 'Tệp này là một chương trình, không phải tài liệu, nên không nhận được. Xin gửi tài liệu gốc.',
    'file-has-macros': 'Tệp này có chứa lệnh tự chạy (macro). Xin lưu lại dưới dạng PDF rồi gửi.',
    'file-is-locked': 'Tệp này đang khóa bằng mật khẩu nên chúng tôi không đọc được. Xin bỏ mật khẩu rồi gửi lại.',
    'file-unpacks-too-large': 'Nội dung nén trong tệp quá lớn nên không nhận được. Xin lưu lại dưới dạng PDF rồi gửi.',
    'file-is-damaged': 'Tệp bị hỏng nên không mở được. Xin mở thử trên máy của Ông/Bà, lưu lại rồi gửi.',
    'upload-too-large':
      'Tổng dung lượng gửi lên quá lớn nên đã dừng lại. Những gì Ông/Bà đã viết vẫn còn; xin chọn lại tệp nhỏ hơn.',
    'upload-broken-off':
      'Việc gửi tệp bị ngắt giữa chừng. Những gì Ông/Bà đã viết vẫn còn; xin chọn lại tệp và gửi lại.',
  },
  /** A fault with the name of its file. */
  named: (name: string, sentence: string) => (name === '' ? sentence : `“${name}”: ${sentence}`),
} as const
