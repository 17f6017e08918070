#pragma once

#include <QDate>
#include <QLineEdit>
#include <optional>

/// The one way in which a day is typed on the desk: as the locale writes it or in short (t, +7, -3, 15, 31.1.); Up and Down move it by a day. What
/// was typed becomes the full day when the field is left.
class DayEdit : public QLineEdit {
    Q_OBJECT

public:
    explicit DayEdit(QWidget *parent = nullptr);

    void setDay(QDate day);
    /// Nothing if what is typed is no day; an invalid QDate if the field is empty.
    std::optional<QDate> day() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;
};
