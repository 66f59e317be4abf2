<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en_US">
<context>
    <name>BusyOverlay</name>
    <message>
        <source>Please wait</source>
        <translation>طسجاغج لاذف</translation>
    </message>
</context>
<context>
    <name>ChoiceField</name>
    <message>
        <source>Choose one</source>
        <translation>تدضضغج ضصج</translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message>
        <source>Are you still there?</source>
        <translation>اعج نضق غفذسس فدجعج?</translation>
    </message>
    <message>
        <source>If you do not answer, we will clear this screen to keep your answers private.</source>
        <translation>ذح نضق ثض صضف اصغلجع, لج لذسس تسجاع فدذغ غتعججص فض زججط نضقع اصغلجعغ طعذكافج.</translation>
    </message>
    <message>
        <source>I need more time</source>
        <translation>ذ صججث شضعج فذشج</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>غفاعف ضكجع</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>For example, 3 27 1984</source>
        <translation>حضع جماشطسج, 3 27 1984</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>شضصفد</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>ثان</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>نجاع</translation>
    </message>
    <message>
        <source>MMMM d, yyyy</source>
        <comment>date format</comment>
        <translation>MMMM d, yyyy</translation>
    </message>
</context>
<context>
    <name>ErrorSummary</name>
    <message>
        <source>There is a problem</source>
        <translation>فدجعج ذغ ا طعضبسجش</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Back</source>
        <translation>باتز</translation>
    </message>
</context>
<context>
    <name>OnScreenKeyboard</name>
    <message>
        <source>Capital letters</source>
        <translation>تاطذفاس سجففجعغ</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>ثجسجفج</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>غطاتج</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>صجمف</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>دذثج</translation>
    </message>
    <message>
        <source>Numbers and signs</source>
        <translation>صقشبجعغ اصث غذخصغ</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>سجففجعغ</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Hide</source>
        <translation>دذثج</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>غدضل</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>PIN</source>
        <translation>طذص</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>ثجسجفج</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>جصفجع</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Step %1 of %2</source>
        <translation>غفجط %1 ضح %2</translation>
    </message>
</context>
<context>
    <name>RuleChecklist</name>
    <message>
        <source>not yet</source>
        <translation>صضف نجف</translation>
    </message>
    <message>
        <source>done</source>
        <translation>ثضصج</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>بعضزجص</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Locked</source>
        <translation>سضتزجث</translation>
    </message>
    <message>
        <source>Front desk</source>
        <translation>حعضصف ثجغز</translation>
    </message>
    <message>
        <source>%1 is signed in. Type your PIN to go on.</source>
        <translation>%1 ذغ غذخصجث ذص. فنطج نضقع طذص فض خض ضص.</translation>
    </message>
    <message>
        <source>Choose your name and type your PIN.</source>
        <translation>تدضضغج نضقع صاشج اصث فنطج نضقع طذص.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>نضقع صاشج</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>غذخص ذص</translation>
    </message>
    <message>
        <source>Back to the patient screens</source>
        <translation>باتز فض فدج طافذجصف غتعججصغ</translation>
    </message>
    <message>
        <source>This device knows no staff yet. They come from the portal when it is connected.</source>
        <translation>فدذغ ثجكذتج زصضلغ صض غفاحح نجف. فدجن تضشج حعضش فدج طضعفاس لدجص ذف ذغ تضصصجتفجث.</translation>
    </message>
    <message>
        <source>Choose your name first.</source>
        <translation>تدضضغج نضقع صاشج حذعغف.</translation>
    </message>
    <message>
        <source>Type your PIN.</source>
        <translation>فنطج نضقع طذص.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>ضصج شضشجصف …</translation>
    </message>
    <message>
        <source>This PIN is not right. Please try again.</source>
        <translation>فدذغ طذص ذغ صضف عذخدف. طسجاغج فعن اخاذص.</translation>
    </message>
    <message>
        <source>Too many wrong PINs: this account is off on this device. Please ask a manager.</source>
        <translation>فضض شاصن لعضصخ طذصغ: فدذغ اتتضقصف ذغ ضحح ضص فدذغ ثجكذتج. طسجاغج اغز ا شاصاخجع.</translation>
    </message>
    <message>
        <source>This device's storage does not work. Please call technical support.</source>
        <translation>فدذغ ثجكذتج'غ غفضعاخج ثضجغ صضف لضعز. طسجاغج تاسس فجتدصذتاس غقططضعف.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Please wait %1 seconds and try again.</source>
        <translation>فضض شاصن لعضصخ طذصغ. طسجاغج لاذف %1 غجتضصثغ اصث فعن اخاذص.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Please wait %1 minutes and try again.</source>
        <translation>فضض شاصن لعضصخ طذصغ. طسجاغج لاذف %1 شذصقفجغ اصث فعن اخاذص.</translation>
    </message>
</context>
<context>
    <name>StaffWords</name>
    <message>
        <source>Ready to print</source>
        <translation>عجاثن فض طعذصف</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>طعذصفجث</translation>
    </message>
    <message>
        <source>Sent by email</source>
        <translation>غجصف بن جشاذس</translation>
    </message>
    <message>
        <source>Activated</source>
        <translation>اتفذكافجث</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>جمطذعجث</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>لذفدثعالص</translation>
    </message>
    <message>
        <source>no network</source>
        <translation>صض صجفلضعز</translation>
    </message>
    <message>
        <source>the portal could not prove who it is</source>
        <translation>فدج طضعفاس تضقسث صضف طعضكج لدض ذف ذغ</translation>
    </message>
    <message>
        <source>the portal is busy</source>
        <translation>فدج طضعفاس ذغ بقغن</translation>
    </message>
    <message>
        <source>the portal refused this device</source>
        <translation>فدج طضعفاس عجحقغجث فدذغ ثجكذتج</translation>
    </message>
    <message>
        <source>this device's storage does not work</source>
        <translation>فدذغ ثجكذتج'غ غفضعاخج ثضجغ صضف لضعز</translation>
    </message>
    <message>
        <source>MMM d, yyyy</source>
        <translation>ششش ث, نننن</translation>
    </message>
    <message>
        <source>MMM d</source>
        <translation>ششش ث</translation>
    </message>
    <message>
        <source>h:mm</source>
        <translation>د:شش</translation>
    </message>
    <message>
        <source>Last failed %1: %2</source>
        <translation>ساغف حاذسجث %1: %2</translation>
    </message>
    <message>
        <source>Not synced yet</source>
        <translation>صضف غنصتجث نجف</translation>
    </message>
    <message>
        <source>Synced just now</source>
        <translation>غنصتجث رقغف صضل</translation>
    </message>
    <message>
        <source>Synced %1 min ago</source>
        <translation>غنصتجث %1 شذص اخض</translation>
    </message>
    <message>
        <source>Synced at %1</source>
        <translation>غنصتجث اف %1</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 لاذفذصخ</translation>
    </message>
    <message>
        <source>%1 stuck</source>
        <translation>%1 غفقتز</translation>
    </message>
    <message>
        <source>Nothing is waiting.</source>
        <translation>صضفدذصخ ذغ لاذفذصخ.</translation>
    </message>
    <message>
        <source>%1 waiting, the oldest since %2</source>
        <translation>%1 لاذفذصخ, فدج ضسثجغف غذصتج %2</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Text size</source>
        <translation>فجمف غذهج</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>تضصفعاغف</translation>
    </message>
    <message>
        <source>Need Help?</source>
        <translation>صججث دجسط?</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>ساصخقاخج</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ضص</translation>
    </message>
    <message>
        <source>off</source>
        <translation>ضحح</translation>
    </message>
</context>
</TS>
