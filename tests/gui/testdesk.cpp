#include "testdesk.h"

#include "gui/bind/question.h"

#include <QPushButton>

Question *openQuestion(QWidget &parent)
{
    for (Question *question : parent.findChildren<Question *>())
        if (question->isVisible())
            return question;
    ADD_FAILURE() << "nothing is asked";
    return nullptr;
}

void answer(QWidget &parent, const std::vector<std::pair<const char *, const char *>> &fields)
{
    Question *question = openQuestion(parent);
    if (!question)
        return;
    for (const auto &[name, text] : fields) {
        if (auto *edit = question->findChild<QLineEdit *>(QString::fromLatin1(name))) {
            edit->clear();
            QTest::keyClicks(edit, QString::fromUtf8(text));
        } else if (auto *box = question->findChild<QComboBox *>(QString::fromLatin1(name))) {
            box->setCurrentIndex(box->findData(QString::fromUtf8(text)));
        } else {
            ADD_FAILURE() << "the question has no " << name;
        }
    }
    QTest::mouseClick(question->findChild<QPushButton *>(QStringLiteral("do")), Qt::LeftButton);
}
