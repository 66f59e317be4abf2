<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en_US">
<context>
    <name>AboutCard</name>
    <message>
        <source>About</source>
        <translation>ابضقف</translation>
    </message>
    <message>
        <source>portal-kiosk, version %1</source>
        <translation>طضعفاس-زذضغز, كجعغذضص %1</translation>
    </message>
    <message>
        <source>Free software under Apache-2.0, with fonts, icons and Qt under their own licences.</source>
        <translation>حعجج غضحفلاعج قصثجع اطاتدج-2.0, لذفد حضصفغ, ذتضصغ اصث ظف قصثجع فدجذع ضلص سذتجصتجغ.</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>سذتجصتجغ</translation>
    </message>
</context>
<context>
    <name>AboutYouPage</name>
    <message>
        <source>Create An Account</source>
        <translation>تعجافج اص اتتضقصف</translation>
    </message>
    <message>
        <source>As on your ID or insurance card</source>
        <translation>اغ ضص نضقع ذث ضع ذصغقعاصتج تاعث</translation>
    </message>
    <message>
        <source>Now about the patient</source>
        <translation>صضل ابضقف فدج طافذجصف</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>حذعغف صاشج</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>ساغف صاشج</translation>
    </message>
    <message>
        <source>I have only one name</source>
        <translation>ذ داكج ضصسن ضصج صاشج</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>ثافج ضح بذعفد</translation>
    </message>
    <message>
        <source>ZIP code</source>
        <translation>هذط تضثج</translation>
    </message>
    <message>
        <source>I have no US ZIP</source>
        <translation>ذ داكج صض قغ هذط</translation>
    </message>
    <message>
        <source>Email address</source>
        <translation>جشاذس اثثعجغغ</translation>
    </message>
    <message>
        <source>We send a message here when the account is ready.</source>
        <translation>لج غجصث ا شجغغاخج دجعج لدجص فدج اتتضقصف ذغ عجاثن.</translation>
    </message>
    <message>
        <source>I have no email</source>
        <translation>ذ داكج صض جشاذس</translation>
    </message>
</context>
<context>
    <name>AccountCard</name>
    <message>
        <source>Mail a link to reset the password</source>
        <translation>شاذس ا سذصز فض عجغجف فدج طاغغلضعث</translation>
    </message>
    <message>
        <source>Print a one-time slip</source>
        <translation>طعذصف ا ضصج-فذشج غسذط</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>قصسضتز</translation>
    </message>
    <message>
        <source>New email address</source>
        <translation>صجل جشاذس اثثعجغغ</translation>
    </message>
    <message>
        <source>Change the email address</source>
        <translation>تداصخج فدج جشاذس اثثعجغغ</translation>
    </message>
    <message>
        <source>None yet: the patient chooses one with a one-time slip</source>
        <translation>صضصج نجف: فدج طافذجصف تدضضغجغ ضصج لذفد ا ضصج-فذشج غسذط</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>ثافج ضح بذعفد</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>جشاذس</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>قغجع ذث</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>سضتز</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>ذثجصفذفن</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>ضصج شضشجصف …</translation>
    </message>
</context>
<context>
    <name>AccountFor</name>
    <message>
        <source>PLEASE NOTE: Parents or guardians must create individual accounts for each child. Every patient must have their own account. Due to new regulations, accounts cannot be shared.</source>
        <translation>طسجاغج صضفج: طاعجصفغ ضع خقاعثذاصغ شقغف تعجافج ذصثذكذثقاس اتتضقصفغ حضع جاتد تدذسث. جكجعن طافذجصف شقغف داكج فدجذع ضلص اتتضقصف. ثقج فض صجل عجخقسافذضصغ, اتتضقصفغ تاصصضف بج غداعجث.</translation>
    </message>
    <message>
        <source>Who is this account for?</source>
        <translation>لدض ذغ فدذغ اتتضقصف حضع?</translation>
    </message>
    <message>
        <source>Your own name (parent, guardian or caregiver)</source>
        <translation>نضقع ضلص صاشج (طاعجصف, خقاعثذاص ضع تاعجخذكجع)</translation>
    </message>
</context>
<context>
    <name>AccountModel</name>
    <message>
        <source>Patient</source>
        <translation>طافذجصف</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>بضعص</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>غفافقغ</translation>
    </message>
    <message>
        <source>Photo ID checked</source>
        <translation>طدضفض ذث تدجتزجث</translation>
    </message>
</context>
<context>
    <name>AccountWords</name>
    <message>
        <source>Locked</source>
        <translation>سضتزجث</translation>
    </message>
    <message>
        <source>No user ID yet</source>
        <translation>صض قغجع ذث نجف</translation>
    </message>
    <message>
        <source>No email</source>
        <translation>صض جشاذس</translation>
    </message>
    <message>
        <source>Email not confirmed</source>
        <translation>جشاذس صضف تضصحذعشجث</translation>
    </message>
    <message>
        <source>Locked until there is a new password</source>
        <translation>سضتزجث قصفذس فدجعج ذغ ا صجل طاغغلضعث</translation>
    </message>
    <message>
        <source>Locked until %1</source>
        <translation>سضتزجث قصفذس %1</translation>
    </message>
    <message>
        <source>None</source>
        <translation>صضصج</translation>
    </message>
    <message>
        <source>%1, not confirmed yet</source>
        <translation>%1, صضف تضصحذعشجث نجف</translation>
    </message>
    <message>
        <source>Nobody has checked a photo ID yet</source>
        <translation>صضبضثن داغ تدجتزجث ا طدضفض ذث نجف</translation>
    </message>
    <message>
        <source>Another kind of photo ID checked on %1</source>
        <translation>اصضفدجع زذصث ضح طدضفض ذث تدجتزجث ضص %1</translation>
    </message>
    <message>
        <source>Photo ID checked on %1</source>
        <translation>طدضفض ذث تدجتزجث ضص %1</translation>
    </message>
    <message>
        <source>This account has no confirmed email address. Print a one-time slip instead.</source>
        <translation>فدذغ اتتضقصف داغ صض تضصحذعشجث جشاذس اثثعجغغ. طعذصف ا ضصج-فذشج غسذط ذصغفجاث.</translation>
    </message>
    <message>
        <source>Too often for this account. Please wait until %1.</source>
        <translation>فضض ضحفجص حضع فدذغ اتتضقصف. طسجاغج لاذف قصفذس %1.</translation>
    </message>
    <message>
        <source>Too often for this account. Please try again later.</source>
        <translation>فضض ضحفجص حضع فدذغ اتتضقصف. طسجاغج فعن اخاذص سافجع.</translation>
    </message>
    <message>
        <source>The portal did not take this: the account or your sign-in has changed. Search again.</source>
        <translation>فدج طضعفاس ثذث صضف فازج فدذغ: فدج اتتضقصف ضع نضقع غذخص-ذص داغ تداصخجث. غجاعتد اخاذص.</translation>
    </message>
    <message>
        <source>Not connected: the portal did not answer. Nothing is lost. Please try again.</source>
        <translation>صضف تضصصجتفجث: فدج طضعفاس ثذث صضف اصغلجع. صضفدذصخ ذغ سضغف. طسجاغج فعن اخاذص.</translation>
    </message>
    <message>
        <source>The link is on its way to %1.</source>
        <translation>فدج سذصز ذغ ضص ذفغ لان فض %1.</translation>
    </message>
    <message>
        <source>The one-time slip is made.</source>
        <translation>فدج ضصج-فذشج غسذط ذغ شاثج.</translation>
    </message>
    <message>
        <source>A link is on its way to %1. Once the patient has opened it, this is the account's address.</source>
        <translation>ا سذصز ذغ ضص ذفغ لان فض %1. ضصتج فدج طافذجصف داغ ضطجصجث ذف, فدذغ ذغ فدج اتتضقصف'غ اثثعجغغ.</translation>
    </message>
    <message>
        <source>Unlocked. The patient can try again.</source>
        <translation>قصسضتزجث. فدج طافذجصف تاص فعن اخاذص.</translation>
    </message>
</context>
<context>
    <name>AccountsPage</name>
    <message>
        <source>Accounts</source>
        <translation>اتتضقصفغ</translation>
    </message>
    <message>
        <source>Search name or date of birth</source>
        <translation>غجاعتد صاشج ضع ثافج ضح بذعفد</translation>
    </message>
    <message>
        <source>Accounts found</source>
        <translation>اتتضقصفغ حضقصث</translation>
    </message>
    <message>
        <source>Not connected. Accounts are kept at the portal and can be opened as soon as this device is connected again. Invitations and slips go on meanwhile.</source>
        <translation>صضف تضصصجتفجث. اتتضقصفغ اعج زجطف اف فدج طضعفاس اصث تاص بج ضطجصجث اغ غضضص اغ فدذغ ثجكذتج ذغ تضصصجتفجث اخاذص. ذصكذفافذضصغ اصث غسذطغ خض ضص شجاصلدذسج.</translation>
    </message>
    <message>
        <source>This device's storage does not work. Please call technical support.</source>
        <translation>فدذغ ثجكذتج'غ غفضعاخج ثضجغ صضف لضعز. طسجاغج تاسس فجتدصذتاس غقططضعف.</translation>
    </message>
    <message>
        <source>First finish the slip under “Enroll a patient”: its code stands nowhere else.</source>
        <translation>حذعغف حذصذغد فدج غسذط قصثجع “جصعضسس ا طافذجصف”: ذفغ تضثج غفاصثغ صضلدجعج جسغج.</translation>
    </message>
    <message>
        <source>The portal did not answer. What you typed stays; please try again.</source>
        <translation>فدج طضعفاس ثذث صضف اصغلجع. لداف نضق فنطجث غفانغ; طسجاغج فعن اخاذص.</translation>
    </message>
    <message>
        <source>Type at least two letters of a name, or a date of birth.</source>
        <translation>فنطج اف سجاغف فلض سجففجعغ ضح ا صاشج, ضع ا ثافج ضح بذعفد.</translation>
    </message>
    <message>
        <source>More than 50 accounts fit. Type more.</source>
        <translation>شضعج فداص 50 اتتضقصفغ حذف. فنطج شضعج.</translation>
    </message>
    <message>
        <source>No account of this practice fits.</source>
        <translation>صض اتتضقصف ضح فدذغ طعاتفذتج حذفغ.</translation>
    </message>
    <message>
        <source>Press a row to open the account.</source>
        <translation>طعجغغ ا عضل فض ضطجص فدج اتتضقصف.</translation>
    </message>
</context>
<context>
    <name>ActivationCodePage</name>
    <message>
        <source>Your activation code</source>
        <translation>نضقع اتفذكافذضص تضثج</translation>
    </message>
    <message>
        <source>Hold the square code of your invitation under the scanner, or type the code.</source>
        <translation>دضسث فدج غظقاعج تضثج ضح نضقع ذصكذفافذضص قصثجع فدج غتاصصجع, ضع فنطج فدج تضثج.</translation>
    </message>
    <message>
        <source>Activation code</source>
        <translation>اتفذكافذضص تضثج</translation>
    </message>
    <message>
        <source>15 letters and numbers, in three groups. We put the lines in between.</source>
        <translation>15 سجففجعغ اصث صقشبجعغ, ذص فدعجج خعضقطغ. لج طقف فدج سذصجغ ذص بجفلججص.</translation>
    </message>
</context>
<context>
    <name>ActivePage</name>
    <message>
        <source>Congratulations! You have an account.</source>
        <translation>تضصخعافقسافذضصغ! نضق داكج اص اتتضقصف.</translation>
    </message>
    <message>
        <source>Your account is active now. Please remember your user ID and your password.</source>
        <translation>نضقع اتتضقصف ذغ اتفذكج صضل. طسجاغج عجشجشبجع نضقع قغجع ذث اصث نضقع طاغغلضعث.</translation>
    </message>
</context>
<context>
    <name>BusyOverlay</name>
    <message>
        <source>Please wait</source>
        <translation>طسجاغج لاذف</translation>
    </message>
</context>
<context>
    <name>CallBack</name>
    <message>
        <source>Close</source>
        <translation>تسضغج</translation>
    </message>
    <message>
        <source>Ask to be called</source>
        <translation>اغز فض بج تاسسجث</translation>
    </message>
    <message>
        <source>We will get back to you</source>
        <translation>لج لذسس خجف باتز فض نضق</translation>
    </message>
    <message>
        <source>Ask us to call you back</source>
        <translation>اغز قغ فض تاسس نضق باتز</translation>
    </message>
    <message>
        <source>Tell us how to reach you. A person calls you or writes to you.</source>
        <translation>فجسس قغ دضل فض عجاتد نضق. ا طجعغضص تاسسغ نضق ضع لعذفجغ فض نضق.</translation>
    </message>
    <message>
        <source>Your request is saved. It goes to %1 as soon as this tablet is connected.</source>
        <translation>نضقع عجظقجغف ذغ غاكجث. ذف خضجغ فض %1 اغ غضضص اغ فدذغ فابسجف ذغ تضصصجتفجث.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>نضقع صاشج</translation>
    </message>
    <message>
        <source>Your phone number or email address</source>
        <translation>نضقع طدضصج صقشبجع ضع جشاذس اثثعجغغ</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>لداف ذغ ذف ابضقف?</translation>
    </message>
</context>
<context>
    <name>CameOut</name>
    <message>
        <source>Yes</source>
        <translation>نجغ</translation>
    </message>
    <message>
        <source>Yes, all of them</source>
        <translation>نجغ, اسس ضح فدجش</translation>
    </message>
    <message>
        <source>No</source>
        <translation>صض</translation>
    </message>
    <message>
        <source>How many came out well, counted from the first?</source>
        <translation>دضل شاصن تاشج ضقف لجسس, تضقصفجث حعضش فدج حذعغف?</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>خض ضص</translation>
    </message>
    <message>
        <source>None: all %1 are printed again.</source>
        <translation>صضصج: اسس %1 اعج طعذصفجث اخاذص.</translation>
    </message>
    <message>
        <source>The last good one is that of %1. After it %2 are printed again.</source>
        <translation>فدج ساغف خضضث ضصج ذغ فداف ضح %1. احفجع ذف %2 اعج طعذصفجث اخاذص.</translation>
    </message>
    <message>
        <source>Type a number; 0 if none did</source>
        <translation>فنطج ا صقشبجع; 0 ذح صضصج ثذث</translation>
    </message>
    <message>
        <source>There are only %1</source>
        <translation>فدجعج اعج ضصسن %1</translation>
    </message>
</context>
<context>
    <name>Chat</name>
    <message>
        <source>Start chat</source>
        <translation>غفاعف تداف</translation>
    </message>
    <message>
        <source>End chat</source>
        <translation>جصث تداف</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>تسضغج</translation>
    </message>
    <message>
        <source>Chat with us</source>
        <translation>تداف لذفد قغ</translation>
    </message>
</context>
<context>
    <name>ChatStart</name>
    <message>
        <source>Chat with us</source>
        <translation>تداف لذفد قغ</translation>
    </message>
    <message>
        <source>Nobody can chat right now. Ask us to call you back, or ask the front desk: they can help you now.</source>
        <translation>صضبضثن تاص تداف عذخدف صضل. اغز قغ فض تاسس نضق باتز, ضع اغز فدج حعضصف ثجغز: فدجن تاص دجسط نضق صضل.</translation>
    </message>
    <message>
        <source>Ask us to call you back</source>
        <translation>اغز قغ فض تاسس نضق باتز</translation>
    </message>
    <message>
        <source>Your first name</source>
        <translation>نضقع حذعغف صاشج</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>لداف ذغ ذف ابضقف?</translation>
    </message>
</context>
<context>
    <name>ChatTalk</name>
    <message>
        <source>It takes long now. You can ask us to call you back, or ask the front desk.</source>
        <translation>ذف فازجغ سضصخ صضل. نضق تاص اغز قغ فض تاسس نضق باتز, ضع اغز فدج حعضصف ثجغز.</translation>
    </message>
    <message>
        <source>Ask us to call you back</source>
        <translation>اغز قغ فض تاسس نضق باتز</translation>
    </message>
    <message>
        <source>Your message</source>
        <translation>نضقع شجغغاخج</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>غجصث</translation>
    </message>
    <message>
        <source>The chat has ended.</source>
        <translation>فدج تداف داغ جصثجث.</translation>
    </message>
    <message>
        <source>We are not connected right now. Your lines are kept and sent again.</source>
        <translation>لج اعج صضف تضصصجتفجث عذخدف صضل. نضقع سذصجغ اعج زجطف اصث غجصف اخاذص.</translation>
    </message>
    <message>
        <source>You are talking to %1.</source>
        <translation>نضق اعج فاسزذصخ فض %1.</translation>
    </message>
    <message>
        <source>Please wait. You are number %1 in line.</source>
        <translation>طسجاغج لاذف. نضق اعج صقشبجع %1 ذص سذصج.</translation>
    </message>
    <message>
        <source>Please wait. Somebody will be with you soon.</source>
        <translation>طسجاغج لاذف. غضشجبضثن لذسس بج لذفد نضق غضضص.</translation>
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
    <name>Choices</name>
    <message>
        <source>Female</source>
        <translation>حجشاسج</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>شاسج</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>ضفدجع</translation>
    </message>
    <message>
        <source>Prefer not to say</source>
        <translation>طعجحجع صضف فض غان</translation>
    </message>
    <message>
        <source>For me</source>
        <translation>حضع شج</translation>
    </message>
    <message>
        <source>This account is for my child</source>
        <translation>فدذغ اتتضقصف ذغ حضع شن تدذسث</translation>
    </message>
    <message>
        <source>for someone I care for</source>
        <translation>حضع غضشجضصج ذ تاعج حضع</translation>
    </message>
</context>
<context>
    <name>CodeAskedPage</name>
    <message>
        <source>Enter your activation code</source>
        <translation>جصفجع نضقع اتفذكافذضص تضثج</translation>
    </message>
    <message>
        <source>Activation code</source>
        <translation>اتفذكافذضص تضثج</translation>
    </message>
    <message>
        <source>Type it, or hold its square code under the scanner. We put the lines in between.</source>
        <translation>فنطج ذف, ضع دضسث ذفغ غظقاعج تضثج قصثجع فدج غتاصصجع. لج طقف فدج سذصجغ ذص بجفلججص.</translation>
    </message>
    <message>
        <source>You probably received an invitation to join the patient portal from your practice previously, but did not take action. That's ok!</source>
        <translation>نضق طعضبابسن عجتجذكجث اص ذصكذفافذضص فض رضذص فدج طافذجصف طضعفاس حعضش نضقع طعاتفذتج طعجكذضقغسن, بقف ثذث صضف فازج اتفذضص. فداف'غ ضز!</translation>
    </message>
    <message>
        <source>Click on the link on the right side of your screen to have your activation code resent to you so that you can proceed with establishing your account.</source>
        <translation>تسذتز ضص فدج سذصز ضص فدج عذخدف غذثج ضح نضقع غتعججص فض داكج نضقع اتفذكافذضص تضثج عجغجصف فض نضق غض فداف نضق تاص طعضتججث لذفد جغفابسذغدذصخ نضقع اتتضقصف.</translation>
    </message>
    <message>
        <source>Press the button below to have your activation code resent to you so that you can proceed with establishing your account.</source>
        <translation>طعجغغ فدج بقففضص بجسضل فض داكج نضقع اتفذكافذضص تضثج عجغجصف فض نضق غض فداف نضق تاص طعضتججث لذفد جغفابسذغدذصخ نضقع اتتضقصف.</translation>
    </message>
</context>
<context>
    <name>CodeField</name>
    <message>
        <source>Use the camera</source>
        <translation>قغج فدج تاشجعا</translation>
    </message>
    <message>
        <source>Stop the camera</source>
        <translation>غفضط فدج تاشجعا</translation>
    </message>
    <message>
        <source>Hold the square code in front of the camera. The picture is not saved.</source>
        <translation>دضسث فدج غظقاعج تضثج ذص حعضصف ضح فدج تاشجعا. فدج طذتفقعج ذغ صضف غاكجث.</translation>
    </message>
    <message>
        <source>The camera does not work. Please type the code.</source>
        <translation>فدج تاشجعا ثضجغ صضف لضعز. طسجاغج فنطج فدج تضثج.</translation>
    </message>
</context>
<context>
    <name>ConfirmCover</name>
    <message>
        <source>Start over?</source>
        <translation>غفاعف ضكجع?</translation>
    </message>
    <message>
        <source>All answers on this tablet will be cleared.</source>
        <translation>اسس اصغلجعغ ضص فدذغ فابسجف لذسس بج تسجاعجث.</translation>
    </message>
    <message>
        <source>Keep my answers</source>
        <translation>زججط شن اصغلجعغ</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>غفاعف ضكجع</translation>
    </message>
</context>
<context>
    <name>ConfirmPasswordPage</name>
    <message>
        <source>Confirm your password</source>
        <translation>تضصحذعش نضقع طاغغلضعث</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>تضصحذعش</translation>
    </message>
    <message>
        <source>Open your email and click the “confirm my password” link.</source>
        <translation>ضطجص نضقع جشاذس اصث تسذتز فدج “تضصحذعش شن طاغغلضعث” سذصز.</translation>
    </message>
    <message>
        <source>Or stay here: type the 6 digits of the mail and your new password once more. If your answers are right, the mail comes in a minute; its digits are good for 10 minutes.</source>
        <translation>ضع غفان دجعج: فنطج فدج 6 ثذخذفغ ضح فدج شاذس اصث نضقع صجل طاغغلضعث ضصتج شضعج. ذح نضقع اصغلجعغ اعج عذخدف, فدج شاذس تضشجغ ذص ا شذصقفج; ذفغ ثذخذفغ اعج خضضث حضع 10 شذصقفجغ.</translation>
    </message>
    <message>
        <source>Code of the mail</source>
        <translation>تضثج ضح فدج شاذس</translation>
    </message>
    <message>
        <source>6 digits</source>
        <translation>6 ثذخذفغ</translation>
    </message>
    <message>
        <source>New password, once more</source>
        <translation>صجل طاغغلضعث, ضصتج شضعج</translation>
    </message>
    <message>
        <source>I will open the link later</source>
        <translation>ذ لذسس ضطجص فدج سذصز سافجع</translation>
    </message>
</context>
<context>
    <name>ConnectionLight</name>
    <message>
        <source>Connected</source>
        <translation>تضصصجتفجث</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>صضف تضصصجتفجث</translation>
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
    <name>CredentialsPage</name>
    <message>
        <source>Create your user ID and password</source>
        <translation>تعجافج نضقع قغجع ذث اصث طاغغلضعث</translation>
    </message>
    <message>
        <source>Create Account</source>
        <translation>تعجافج اتتضقصف</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>قغجع ذث</translation>
    </message>
    <message>
        <source>Please write it down. You may change our idea.</source>
        <translation>طسجاغج لعذفج ذف ثضلص. نضق شان تداصخج ضقع ذثجا.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>طاغغلضعث</translation>
    </message>
    <message>
        <source>Secret question</source>
        <translation>غجتعجف ظقجغفذضص</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>نضقع اصغلجع</translation>
    </message>
    <message>
        <source>You need it if you forget your password.</source>
        <translation>نضق صججث ذف ذح نضق حضعخجف نضقع طاغغلضعث.</translation>
    </message>
    <message>
        <source>We send your answers to the patient portal of %1, and nobody else. Ask the front desk for the full terms on paper.</source>
        <translation>لج غجصث نضقع اصغلجعغ فض فدج طافذجصف طضعفاس ضح %1, اصث صضبضثن جسغج. اغز فدج حعضصف ثجغز حضع فدج حقسس فجعشغ ضص طاطجع.</translation>
    </message>
    <message>
        <source>I agree to have a patient portal account</source>
        <translation>ذ اخعجج فض داكج ا طافذجصف طضعفاس اتتضقصف</translation>
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
    <name>DevelopmentBanner</name>
    <message>
        <source>Development key – not for patients</source>
        <translation>ثجكجسضطشجصف زجن – صضف حضع طافذجصفغ</translation>
    </message>
</context>
<context>
    <name>DeviceCard</name>
    <message>
        <source>This device</source>
        <translation>فدذغ ثجكذتج</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>طعاتفذتج</translation>
    </message>
    <message>
        <source>Portal</source>
        <translation>طضعفاس</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>قغج</translation>
    </message>
    <message>
        <source>Front desk</source>
        <translation>حعضصف ثجغز</translation>
    </message>
    <message>
        <source>Tablet for patients</source>
        <translation>فابسجف حضع طافذجصفغ</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>ثجكذتج</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>كجعغذضص</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>غنصت</translation>
    </message>
    <message>
        <source>Close the kiosk</source>
        <translation>تسضغج فدج زذضغز</translation>
    </message>
</context>
<context>
    <name>DevicesCard</name>
    <message>
        <source>Devices of the practice</source>
        <translation>ثجكذتجغ ضح فدج طعاتفذتج</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>ضصج شضشجصف …</translation>
    </message>
    <message>
        <source>Only the portal knows how the others stand, and it does not answer now.</source>
        <translation>ضصسن فدج طضعفاس زصضلغ دضل فدج ضفدجعغ غفاصث, اصث ذف ثضجغ صضف اصغلجع صضل.</translation>
    </message>
    <message>
        <source>This desk</source>
        <translation>فدذغ ثجغز</translation>
    </message>
    <message>
        <source>Desk %1</source>
        <translation>ثجغز %1</translation>
    </message>
    <message>
        <source>Tablet %1</source>
        <translation>فابسجف %1</translation>
    </message>
    <message>
        <source>Never synced</source>
        <translation>صجكجع غنصتجث</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>تضصصجتفجث</translation>
    </message>
    <message>
        <source>Connected, %1 waiting</source>
        <translation>تضصصجتفجث, %1 لاذفذصخ</translation>
    </message>
    <message>
        <source>Not heard of since %1</source>
        <translation>صضف دجاعث ضح غذصتج %1</translation>
    </message>
    <message>
        <source>Not heard of since %1; %2 were waiting then</source>
        <translation>صضف دجاعث ضح غذصتج %1; %2 لجعج لاذفذصخ فدجص</translation>
    </message>
</context>
<context>
    <name>EmailField</name>
    <message>
        <source>Did you mean %1?</source>
        <translation>ثذث نضق شجاص %1?</translation>
    </message>
</context>
<context>
    <name>EndingPage</name>
    <message>
        <source>Finish</source>
        <translation>حذصذغد</translation>
    </message>
    <message>
        <source>Your patient portal:</source>
        <translation>نضقع طافذجصف طضعفاس:</translation>
    </message>
    <message>
        <source>Create another account</source>
        <translation>تعجافج اصضفدجع اتتضقصف</translation>
    </message>
</context>
<context>
    <name>EnrolPage</name>
    <message>
        <source>This device is not enrolled</source>
        <translation>فدذغ ثجكذتج ذغ صضف جصعضسسجث</translation>
    </message>
    <message>
        <source>The portal made a ticket for this device. Scan it here, or type it, and choose a passphrase.</source>
        <translation>فدج طضعفاس شاثج ا فذتزجف حضع فدذغ ثجكذتج. غتاص ذف دجعج, ضع فنطج ذف, اصث تدضضغج ا طاغغطدعاغج.</translation>
    </message>
    <message>
        <source>Enrolment ticket</source>
        <translation>جصعضسشجصف فذتزجف</translation>
    </message>
    <message>
        <source>It begins with kiosk-enrol: and works for 10 minutes.</source>
        <translation>ذف بجخذصغ لذفد زذضغز-جصعضس: اصث لضعزغ حضع 10 شذصقفجغ.</translation>
    </message>
    <message>
        <source>Staff passphrase</source>
        <translation>غفاحح طاغغطدعاغج</translation>
    </message>
    <message>
        <source>At least 12 characters. It is asked for each time this device starts.</source>
        <translation>اف سجاغف 12 تداعاتفجعغ. ذف ذغ اغزجث حضع جاتد فذشج فدذغ ثجكذتج غفاعفغ.</translation>
    </message>
    <message>
        <source>Staff passphrase once more</source>
        <translation>غفاحح طاغغطدعاغج ضصتج شضعج</translation>
    </message>
    <message>
        <source>Enroll this device</source>
        <translation>جصعضسس فدذغ ثجكذتج</translation>
    </message>
    <message>
        <source>Scan or type the ticket</source>
        <translation>غتاص ضع فنطج فدج فذتزجف</translation>
    </message>
    <message>
        <source>Use at least 12 characters</source>
        <translation>قغج اف سجاغف 12 تداعاتفجعغ</translation>
    </message>
    <message>
        <source>The two passphrases are not the same</source>
        <translation>فدج فلض طاغغطدعاغجغ اعج صضف فدج غاشج</translation>
    </message>
    <message>
        <source>This is no enrolment ticket. Please scan it again.</source>
        <translation>فدذغ ذغ صض جصعضسشجصف فذتزجف. طسجاغج غتاص ذف اخاذص.</translation>
    </message>
    <message>
        <source>What answered is not the portal of this ticket. Do not go on: call portal support.</source>
        <translation>لداف اصغلجعجث ذغ صضف فدج طضعفاس ضح فدذغ فذتزجف. ثض صضف خض ضص: تاسس طضعفاس غقططضعف.</translation>
    </message>
    <message>
        <source>The portal does not answer. Check the network and try again: the ticket still works.</source>
        <translation>فدج طضعفاس ثضجغ صضف اصغلجع. تدجتز فدج صجفلضعز اصث فعن اخاذص: فدج فذتزجف غفذسس لضعزغ.</translation>
    </message>
    <message>
        <source>The portal does not take this ticket. It may be too old or used: ask for a new one.</source>
        <translation>فدج طضعفاس ثضجغ صضف فازج فدذغ فذتزجف. ذف شان بج فضض ضسث ضع قغجث: اغز حضع ا صجل ضصج.</translation>
    </message>
    <message>
        <source>The disk is full. Make room on it and try again: the ticket still works.</source>
        <translation>فدج ثذغز ذغ حقسس. شازج عضضش ضص ذف اصث فعن اخاذص: فدج فذتزجف غفذسس لضعزغ.</translation>
    </message>
    <message>
        <source>This device cannot store its files. Please call support.</source>
        <translation>فدذغ ثجكذتج تاصصضف غفضعج ذفغ حذسجغ. طسجاغج تاسس غقططضعف.</translation>
    </message>
    <message>
        <source>This device is enrolled already. Please start it again.</source>
        <translation>فدذغ ثجكذتج ذغ جصعضسسجث اسعجاثن. طسجاغج غفاعف ذف اخاذص.</translation>
    </message>
</context>
<context>
    <name>EnrollForm</name>
    <message>
        <source>Without a US ZIP code, check the patient's photo ID and press which one you saw</source>
        <translation>لذفدضقف ا قغ هذط تضثج, تدجتز فدج طافذجصف'غ طدضفض ذث اصث طعجغغ لدذتد ضصج نضق غال</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>حذعغف صاشج</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>ساغف صاشج</translation>
    </message>
    <message>
        <source>This patient has one name only</source>
        <translation>فدذغ طافذجصف داغ ضصج صاشج ضصسن</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>ثافج ضح بذعفد</translation>
    </message>
    <message>
        <source>ZIP code</source>
        <translation>هذط تضثج</translation>
    </message>
    <message>
        <source>This patient has no US ZIP code</source>
        <translation>فدذغ طافذجصف داغ صض قغ هذط تضثج</translation>
    </message>
    <message>
        <source>If you know it</source>
        <translation>ذح نضق زصضل ذف</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>جشاذس</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>طدضصج</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>خجصثجع</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>صضف زصضلص</translation>
    </message>
    <message>
        <source>Language of the slip</source>
        <translation>ساصخقاخج ضح فدج غسذط</translation>
    </message>
    <message>
        <source>Enter the patient's first name</source>
        <translation>جصفجع فدج طافذجصف'غ حذعغف صاشج</translation>
    </message>
    <message>
        <source>Enter the patient's last name, or tick “This patient has one name only”</source>
        <translation>جصفجع فدج طافذجصف'غ ساغف صاشج, ضع فذتز “فدذغ طافذجصف داغ ضصج صاشج ضصسن”</translation>
    </message>
</context>
<context>
    <name>EnrollPage</name>
    <message>
        <source>Enroll a patient</source>
        <translation>جصعضسس ا طافذجصف</translation>
    </message>
    <message>
        <source>Make invitation and print slip</source>
        <translation>شازج ذصكذفافذضص اصث طعذصف غسذط</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>تسجاع</translation>
    </message>
    <message>
        <source>The invitation could not be saved: this device's storage does not work. Nothing was made.</source>
        <translation>فدج ذصكذفافذضص تضقسث صضف بج غاكجث: فدذغ ثجكذتج'غ غفضعاخج ثضجغ صضف لضعز. صضفدذصخ لاغ شاثج.</translation>
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
    <name>FrontDeskPage</name>
    <message>
        <source>Please see the front desk</source>
        <translation>طسجاغج غجج فدج حعضصف ثجغز</translation>
    </message>
    <message>
        <source>Your request is saved. Someone at the front desk helps you in person.</source>
        <translation>نضقع عجظقجغف ذغ غاكجث. غضشجضصج اف فدج حعضصف ثجغز دجسطغ نضق ذص طجعغضص.</translation>
    </message>
</context>
<context>
    <name>HaveAccountPage</name>
    <message>
        <source>You already have a %1 account</source>
        <translation>نضق اسعجاثن داكج ا %1 اتتضقصف</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>سضخ ذص</translation>
    </message>
    <message>
        <source>Although you haven’t logged into this portal before, you may have created an account with another patient portal powered by %2. %1 is a tool that allows you to join multiple patient portals, powered by %2, with one user ID and password. If you remember your user ID and password, you may simply login.</source>
        <translation>اسفدضقخد نضق داكجص’ف سضخخجث ذصفض فدذغ طضعفاس بجحضعج, نضق شان داكج تعجافجث اص اتتضقصف لذفد اصضفدجع طافذجصف طضعفاس طضلجعجث بن %2. %1 ذغ ا فضضس فداف اسسضلغ نضق فض رضذص شقسفذطسج طافذجصف طضعفاسغ, طضلجعجث بن %2, لذفد ضصج قغجع ذث اصث طاغغلضعث. ذح نضق عجشجشبجع نضقع قغجع ذث اصث طاغغلضعث, نضق شان غذشطسن سضخذص.</translation>
    </message>
    <message>
        <source>If your first and last name, gender, date of birth, zip code and email address exactly match an existing portal account, you will receive an email containing your user ID and a list of the medical practices with which you have an active patient portal account. If you remember your password, you can simply login, otherwise click the "Forgot Password" link to reset your password.</source>
        <translation>ذح نضقع حذعغف اصث ساغف صاشج, خجصثجع, ثافج ضح بذعفد, هذط تضثج اصث جشاذس اثثعجغغ جماتفسن شافتد اص جمذغفذصخ طضعفاس اتتضقصف, نضق لذسس عجتجذكج اص جشاذس تضصفاذصذصخ نضقع قغجع ذث اصث ا سذغف ضح فدج شجثذتاس طعاتفذتجغ لذفد لدذتد نضق داكج اص اتفذكج طافذجصف طضعفاس اتتضقصف. ذح نضق عجشجشبجع نضقع طاغغلضعث, نضق تاص غذشطسن سضخذص, ضفدجعلذغج تسذتز فدج "حضعخضف طاغغلضعث" سذصز فض عجغجف نضقع طاغغلضعث.</translation>
    </message>
    <message>
        <source>Forgot Password</source>
        <translation>حضعخضف طاغغلضعث</translation>
    </message>
    <message>
        <source>This is not me</source>
        <translation>فدذغ ذغ صضف شج</translation>
    </message>
</context>
<context>
    <name>HeldPage</name>
    <message>
        <source>Please wait here</source>
        <translation>طسجاغج لاذف دجعج</translation>
    </message>
    <message>
        <source>Your request is saved, but this tablet cannot reach the front desk now. You need not wait: please go to the front desk.</source>
        <translation>نضقع عجظقجغف ذغ غاكجث, بقف فدذغ فابسجف تاصصضف عجاتد فدج حعضصف ثجغز صضل. نضق صججث صضف لاذف: طسجاغج خض فض فدج حعضصف ثجغز.</translation>
    </message>
    <message>
        <source>Please press “Try again”, or go to the front desk.</source>
        <translation>طسجاغج طعجغغ “فعن اخاذص”, ضع خض فض فدج حعضصف ثجغز.</translation>
    </message>
    <message>
        <source>Someone from the front desk will help you. This page goes on by itself.</source>
        <translation>غضشجضصج حعضش فدج حعضصف ثجغز لذسس دجسط نضق. فدذغ طاخج خضجغ ضص بن ذفغجسح.</translation>
    </message>
    <message>
        <source>Continue without waiting</source>
        <translation>تضصفذصقج لذفدضقف لاذفذصخ</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>فعن اخاذص</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>غفاعف ضكجع</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Close help</source>
        <translation>تسضغج دجسط</translation>
    </message>
    <message>
        <source>Need Help?</source>
        <translation>صججث دجسط?</translation>
    </message>
    <message>
        <source>We're here for you!</source>
        <translation>لج'عج دجعج حضع نضق!</translation>
    </message>
    <message>
        <source>Click on the link to chat with us!</source>
        <translation>تسذتز ضص فدج سذصز فض تداف لذفد قغ!</translation>
    </message>
    <message>
        <source>Ask us to call you back</source>
        <translation>اغز قغ فض تاسس نضق باتز</translation>
    </message>
    <message>
        <source>Or ask the front desk. In an emergency call 911.</source>
        <translation>ضع اغز فدج حعضصف ثجغز. ذص اص جشجعخجصتن تاسس 911.</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>غفاعف ضكجع</translation>
    </message>
    <message>
        <source>I would like to sign up for the patient portal.</source>
        <translation>ذ لضقسث سذزج فض غذخص قط حضع فدج طافذجصف طضعفاس.</translation>
    </message>
    <message>
        <source>My practice sent me an invitation to join the patient portal. Now what?</source>
        <translation>شن طعاتفذتج غجصف شج اص ذصكذفافذضص فض رضذص فدج طافذجصف طضعفاس. صضل لداف?</translation>
    </message>
    <message>
        <source>1. Go to the portal login screen and click "Create An Account."
2. Enter your name, date of birth, zip code and email. Click "Continue."
3. Complete all required questions and create a unique user ID and password for your account. The password must be at least 6 characters, must contain at least one number OR an upper case letter, and should not contain any special characters (#%&amp;*). Click "Create Account."
4. Congratulations! You have an account.</source>
        <translation>1. خض فض فدج طضعفاس سضخذص غتعججص اصث تسذتز "تعجافج اص اتتضقصف."
2. جصفجع نضقع صاشج, ثافج ضح بذعفد, هذط تضثج اصث جشاذس. تسذتز "تضصفذصقج."
3. تضشطسجفج اسس عجظقذعجث ظقجغفذضصغ اصث تعجافج ا قصذظقج قغجع ذث اصث طاغغلضعث حضع نضقع اتتضقصف. فدج طاغغلضعث شقغف بج اف سجاغف 6 تداعاتفجعغ, شقغف تضصفاذص اف سجاغف ضصج صقشبجع ضع اص قططجع تاغج سجففجع, اصث غدضقسث صضف تضصفاذص اصن غطجتذاس تداعاتفجعغ (#%&amp;*). تسذتز "تعجافج اتتضقصف."
4. تضصخعافقسافذضصغ! نضق داكج اص اتتضقصف.</translation>
    </message>
    <message>
        <source>1. You will receive an invitation in your email account. Open and click "Sign up for an account." Or press "I have an invitation" here and scan or type the code.
PLEASE NOTE: Parents or guardians must create individual accounts for each child. Every patient must have their own account. Due to new regulations, accounts cannot be shared.
2. Enter your date of birth and zip code to activate your account. Click "Continue."
3. Create a unique user ID and password for your account. The password must be at least 6 characters, must contain at least one number OR an upper case letter, and should not contain any special characters (#%&amp;*). Click "Create Account."
4. Congratulations! You have an account. Now just update your profile and click "update profile."</source>
        <translation>1. نضق لذسس عجتجذكج اص ذصكذفافذضص ذص نضقع جشاذس اتتضقصف. ضطجص اصث تسذتز "غذخص قط حضع اص اتتضقصف." ضع طعجغغ "ذ داكج اص ذصكذفافذضص" دجعج اصث غتاص ضع فنطج فدج تضثج.
طسجاغج صضفج: طاعجصفغ ضع خقاعثذاصغ شقغف تعجافج ذصثذكذثقاس اتتضقصفغ حضع جاتد تدذسث. جكجعن طافذجصف شقغف داكج فدجذع ضلص اتتضقصف. ثقج فض صجل عجخقسافذضصغ, اتتضقصفغ تاصصضف بج غداعجث.
2. جصفجع نضقع ثافج ضح بذعفد اصث هذط تضثج فض اتفذكافج نضقع اتتضقصف. تسذتز "تضصفذصقج."
3. تعجافج ا قصذظقج قغجع ذث اصث طاغغلضعث حضع نضقع اتتضقصف. فدج طاغغلضعث شقغف بج اف سجاغف 6 تداعاتفجعغ, شقغف تضصفاذص اف سجاغف ضصج صقشبجع ضع اص قططجع تاغج سجففجع, اصث غدضقسث صضف تضصفاذص اصن غطجتذاس تداعاتفجعغ (#%&amp;*). تسذتز "تعجافج اتتضقصف."
4. تضصخعافقسافذضصغ! نضق داكج اص اتتضقصف. صضل رقغف قطثافج نضقع طعضحذسج اصث تسذتز "قطثافج طعضحذسج."</translation>
    </message>
    <message>
        <source>I am trying to create an account, but am prompted to enter an activation code. Why?</source>
        <translation>ذ اش فعنذصخ فض تعجافج اص اتتضقصف, بقف اش طعضشطفجث فض جصفجع اص اتفذكافذضص تضثج. لدن?</translation>
    </message>
    <message>
        <source>You probably received an invitation to join the patient portal from your practice previously, but did not take action. That's ok! Click on the link on the right side of your screen to have your activation code resent to you so that you can proceed with establishing your account.</source>
        <translation>نضق طعضبابسن عجتجذكجث اص ذصكذفافذضص فض رضذص فدج طافذجصف طضعفاس حعضش نضقع طعاتفذتج طعجكذضقغسن, بقف ثذث صضف فازج اتفذضص. فداف'غ ضز! تسذتز ضص فدج سذصز ضص فدج عذخدف غذثج ضح نضقع غتعججص فض داكج نضقع اتفذكافذضص تضثج عجغجصف فض نضق غض فداف نضق تاص طعضتججث لذفد جغفابسذغدذصخ نضقع اتتضقصف.</translation>
    </message>
    <message>
        <source>I got a message that says I already have a "%1" portal account. Why?</source>
        <translation>ذ خضف ا شجغغاخج فداف غانغ ذ اسعجاثن داكج ا "%1" طضعفاس اتتضقصف. لدن?</translation>
    </message>
    <message>
        <source>Although you haven't logged into this portal before, you may have created an account with another patient portal powered by %2. %1 is a tool that allows you to join multiple patient portals, powered by %2, with one user ID and password. If you remember your user ID and password, you may simply login.
PLEASE NOTE: Parents or guardians must create individual accounts for each child. Every patient must have their own account. Due to new regulations, accounts cannot be shared.
If your first and last name, gender, date of birth, zip code and email address exactly match an existing portal account, you will receive an email containing your user ID and a list of the medical practices with which you have an active patient portal account. If you remember your password, you can simply login, otherwise click the "Forgot Password" link to reset your password.
If your information closely matches an existing portal account, you can verify your account by clicking on "Verify by Phone Number."</source>
        <translation>اسفدضقخد نضق داكجص'ف سضخخجث ذصفض فدذغ طضعفاس بجحضعج, نضق شان داكج تعجافجث اص اتتضقصف لذفد اصضفدجع طافذجصف طضعفاس طضلجعجث بن %2. %1 ذغ ا فضضس فداف اسسضلغ نضق فض رضذص شقسفذطسج طافذجصف طضعفاسغ, طضلجعجث بن %2, لذفد ضصج قغجع ذث اصث طاغغلضعث. ذح نضق عجشجشبجع نضقع قغجع ذث اصث طاغغلضعث, نضق شان غذشطسن سضخذص.
طسجاغج صضفج: طاعجصفغ ضع خقاعثذاصغ شقغف تعجافج ذصثذكذثقاس اتتضقصفغ حضع جاتد تدذسث. جكجعن طافذجصف شقغف داكج فدجذع ضلص اتتضقصف. ثقج فض صجل عجخقسافذضصغ, اتتضقصفغ تاصصضف بج غداعجث.
ذح نضقع حذعغف اصث ساغف صاشج, خجصثجع, ثافج ضح بذعفد, هذط تضثج اصث جشاذس اثثعجغغ جماتفسن شافتد اص جمذغفذصخ طضعفاس اتتضقصف, نضق لذسس عجتجذكج اص جشاذس تضصفاذصذصخ نضقع قغجع ذث اصث ا سذغف ضح فدج شجثذتاس طعاتفذتجغ لذفد لدذتد نضق داكج اص اتفذكج طافذجصف طضعفاس اتتضقصف. ذح نضق عجشجشبجع نضقع طاغغلضعث, نضق تاص غذشطسن سضخذص, ضفدجعلذغج تسذتز فدج "حضعخضف طاغغلضعث" سذصز فض عجغجف نضقع طاغغلضعث.
ذح نضقع ذصحضعشافذضص تسضغجسن شافتدجغ اص جمذغفذصخ طضعفاس اتتضقصف, نضق تاص كجعذحن نضقع اتتضقصف بن تسذتزذصخ ضص "كجعذحن بن طدضصج صقشبجع."</translation>
    </message>
    <message>
        <source>I forgot my user ID.</source>
        <translation>ذ حضعخضف شن قغجع ذث.</translation>
    </message>
    <message>
        <source>1. Use the "forgot your user ID?" link on the portal login page.
2. Enter your email address.
3. Confirm your date of birth.
4. Answer your secret question.
5. Your User ID will be sent to your email address.</source>
        <translation>1. قغج فدج "حضعخضف نضقع قغجع ذث?" سذصز ضص فدج طضعفاس سضخذص طاخج.
2. جصفجع نضقع جشاذس اثثعجغغ.
3. تضصحذعش نضقع ثافج ضح بذعفد.
4. اصغلجع نضقع غجتعجف ظقجغفذضص.
5. نضقع قغجع ذث لذسس بج غجصف فض نضقع جشاذس اثثعجغغ.</translation>
    </message>
    <message>
        <source>I forgot my password.</source>
        <translation>ذ حضعخضف شن طاغغلضعث.</translation>
    </message>
    <message>
        <source>1. Use the "forgot your password?" link on the portal login page.
2. Enter your user ID.
3. Answer your security question and develop a new password.
4. Open your email and click the "confirm my password" link.
5. Confirm your password.</source>
        <translation>1. قغج فدج "حضعخضف نضقع طاغغلضعث?" سذصز ضص فدج طضعفاس سضخذص طاخج.
2. جصفجع نضقع قغجع ذث.
3. اصغلجع نضقع غجتقعذفن ظقجغفذضص اصث ثجكجسضط ا صجل طاغغلضعث.
4. ضطجص نضقع جشاذس اصث تسذتز فدج "تضصحذعش شن طاغغلضعث" سذصز.
5. تضصحذعش نضقع طاغغلضعث.</translation>
    </message>
    <message>
        <source>I tried that, but don't remember my secret question. Help!</source>
        <translation>ذ فعذجث فداف, بقف ثضص'ف عجشجشبجع شن غجتعجف ظقجغفذضص. دجسط!</translation>
    </message>
    <message>
        <source>Chat with us and we'd be happy to send you a direct link to reset your password.</source>
        <translation>تداف لذفد قغ اصث لج'ث بج داططن فض غجصث نضق ا ثذعجتف سذصز فض عجغجف نضقع طاغغلضعث.</translation>
    </message>
    <message>
        <source>I don't have access to the email address I used when I set-up my portal account.</source>
        <translation>ذ ثضص'ف داكج اتتجغغ فض فدج جشاذس اثثعجغغ ذ قغجث لدجص ذ غجف-قط شن طضعفاس اتتضقصف.</translation>
    </message>
    <message>
        <source>Chat with us and we'd be happy to update your email address and assist you with your user ID and/or password.</source>
        <translation>تداف لذفد قغ اصث لج'ث بج داططن فض قطثافج نضقع جشاذس اثثعجغغ اصث اغغذغف نضق لذفد نضقع قغجع ذث اصث/ضع طاغغلضعث.</translation>
    </message>
    <message>
        <source>What are the requirements for my password?</source>
        <translation>لداف اعج فدج عجظقذعجشجصفغ حضع شن طاغغلضعث?</translation>
    </message>
    <message>
        <source>Your password must be at least 6 characters, must contain at least one number OR an upper case letter, and should not contain any special characters.</source>
        <translation>نضقع طاغغلضعث شقغف بج اف سجاغف 6 تداعاتفجعغ, شقغف تضصفاذص اف سجاغف ضصج صقشبجع ضع اص قططجع تاغج سجففجع, اصث غدضقسث صضف تضصفاذص اصن غطجتذاس تداعاتفجعغ.</translation>
    </message>
    <message>
        <source>I've been locked out because of too many password attempts.</source>
        <translation>ذ'كج بججص سضتزجث ضقف بجتاقغج ضح فضض شاصن طاغغلضعث اففجشطفغ.</translation>
    </message>
    <message>
        <source>Ouch! Please wait 15 minutes and try again. We set a maximum number to ensure the security of your account.</source>
        <translation>ضقتد! طسجاغج لاذف 15 شذصقفجغ اصث فعن اخاذص. لج غجف ا شامذشقش صقشبجع فض جصغقعج فدج غجتقعذفن ضح نضقع اتتضقصف.</translation>
    </message>
    <message>
        <source>What browser should I use?</source>
        <translation>لداف بعضلغجع غدضقسث ذ قغج?</translation>
    </message>
    <message>
        <source>Mozilla Firefox, Chrome, Edge and Safari are all supported. Be sure you're using a current version of your web browser for optimal performance.</source>
        <translation>شضهذسسا حذعجحضم, تدعضشج, جثخج اصث غاحاعذ اعج اسس غقططضعفجث. بج غقعج نضق'عج قغذصخ ا تقععجصف كجعغذضص ضح نضقع لجب بعضلغجع حضع ضطفذشاس طجعحضعشاصتج.</translation>
    </message>
    <message>
        <source>Still need help?</source>
        <translation>غفذسس صججث دجسط?</translation>
    </message>
</context>
<context>
    <name>IdChips</name>
    <message>
        <source>Photo ID, if you checked one</source>
        <translation>طدضفض ذث, ذح نضق تدجتزجث ضصج</translation>
    </message>
    <message>
        <source>Which photo ID did you see?</source>
        <translation>لدذتد طدضفض ذث ثذث نضق غجج?</translation>
    </message>
    <message>
        <source>First press the photo ID that you saw.</source>
        <translation>حذعغف طعجغغ فدج طدضفض ذث فداف نضق غال.</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Day sheet</source>
        <translation>ثان غدججف</translation>
    </message>
    <message>
        <source>Load the day's list of patients</source>
        <translation>سضاث فدج ثان'غ سذغف ضح طافذجصفغ</translation>
    </message>
    <message>
        <source>You see every row before anything is made. Patients who have an account, or an invitation that works, get no new slip.</source>
        <translation>نضق غجج جكجعن عضل بجحضعج اصنفدذصخ ذغ شاثج. طافذجصفغ لدض داكج اص اتتضقصف, ضع اص ذصكذفافذضص فداف لضعزغ, خجف صض صجل غسذط.</translation>
    </message>
    <message>
        <source>A CSV file from your practice system, or a FHIR R4 Bundle</source>
        <translation>ا تغك حذسج حعضش نضقع طعاتفذتج غنغفجش, ضع ا حدذع ع4 بقصثسج</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>تدضضغج ا حذسج</translation>
    </message>
    <message>
        <source>Day sheets (*.csv *.txt *.tsv *.json)</source>
        <translation>ثان غدججفغ (*.تغك *.فمف *.فغك *.رغضص)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>اسس حذسجغ (*)</translation>
    </message>
    <message>
        <source>This file cannot be opened. Is it still there?</source>
        <translation>فدذغ حذسج تاصصضف بج ضطجصجث. ذغ ذف غفذسس فدجعج?</translation>
    </message>
    <message>
        <source>This device's storage does not work. Please call technical support.</source>
        <translation>فدذغ ثجكذتج'غ غفضعاخج ثضجغ صضف لضعز. طسجاغج تاسس فجتدصذتاس غقططضعف.</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>عضل</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>عجاغضص</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>غاكجث: %1</translation>
    </message>
    <message>
        <source>Nothing could be saved beside the file. Is its folder read-only?</source>
        <translation>صضفدذصخ تضقسث بج غاكجث بجغذثج فدج حذسج. ذغ ذفغ حضسثجع عجاث-ضصسن?</translation>
    </message>
</context>
<context>
    <name>InvitationDetail</name>
    <message>
        <source>Slip lost: make a new one</source>
        <translation>غسذط سضغف: شازج ا صجل ضصج</translation>
    </message>
    <message>
        <source>Withdraw it for good</source>
        <translation>لذفدثعال ذف حضع خضضث</translation>
    </message>
    <message>
        <source>Withdraw invitation</source>
        <translation>لذفدثعال ذصكذفافذضص</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>زججط ذف</translation>
    </message>
    <message>
        <source>Withdraw this invitation? None of its codes works any more. This cannot be taken back.</source>
        <translation>لذفدثعال فدذغ ذصكذفافذضص? صضصج ضح ذفغ تضثجغ لضعزغ اصن شضعج. فدذغ تاصصضف بج فازجص باتز.</translation>
    </message>
    <message>
        <source>%1 · %2 · born %3 · %4, made %5, expires %6</source>
        <translation>%1 · %2 · بضعص %3 · %4, شاثج %5, جمطذعجغ %6</translation>
    </message>
    <message>
        <source>Not connected: the whole date of birth stands at the portal.</source>
        <translation>صضف تضصصجتفجث: فدج لدضسج ثافج ضح بذعفد غفاصثغ اف فدج طضعفاس.</translation>
    </message>
</context>
<context>
    <name>InvitationModel</name>
    <message>
        <source>Patient</source>
        <translation>طافذجصف</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>بضعص</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>غفافقغ</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>جمطذعجغ</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>صقشبجع</translation>
    </message>
</context>
<context>
    <name>InvitationsPage</name>
    <message>
        <source>Invitations</source>
        <translation>ذصكذفافذضصغ</translation>
    </message>
    <message>
        <source>Search name, date of birth or invitation number</source>
        <translation>غجاعتد صاشج, ثافج ضح بذعفد ضع ذصكذفافذضص صقشبجع</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>عجحعجغد</translation>
    </message>
    <message>
        <source>Invitations of today</source>
        <translation>ذصكذفافذضصغ ضح فضثان</translation>
    </message>
    <message>
        <source>All</source>
        <translation>اسس</translation>
    </message>
    <message>
        <source>This device's storage does not work. Please call technical support.</source>
        <translation>فدذغ ثجكذتج'غ غفضعاخج ثضجغ صضف لضعز. طسجاغج تاسس فجتدصذتاس غقططضعف.</translation>
    </message>
    <message>
        <source>First finish the slip under “Enroll a patient”: its code stands nowhere else.</source>
        <translation>حذعغف حذصذغد فدج غسذط قصثجع “جصعضسس ا طافذجصف”: ذفغ تضثج غفاصثغ صضلدجعج جسغج.</translation>
    </message>
    <message>
        <source>Not connected: only today's invitations were searched.</source>
        <translation>صضف تضصصجتفجث: ضصسن فضثان'غ ذصكذفافذضصغ لجعج غجاعتدجث.</translation>
    </message>
    <message>
        <source>More than 50 invitations fit. Type more.</source>
        <translation>شضعج فداص 50 ذصكذفافذضصغ حذف. فنطج شضعج.</translation>
    </message>
    <message>
        <source>No invitation fits, neither of today nor earlier.</source>
        <translation>صض ذصكذفافذضص حذفغ, صجذفدجع ضح فضثان صضع جاعسذجع.</translation>
    </message>
    <message>
        <source>No invitations today yet. Make the first one under “Enroll a patient”.</source>
        <translation>صض ذصكذفافذضصغ فضثان نجف. شازج فدج حذعغف ضصج قصثجع “جصعضسس ا طافذجصف”.</translation>
    </message>
    <message>
        <source>Nobody in today's list fits.</source>
        <translation>صضبضثن ذص فضثان'غ سذغف حذفغ.</translation>
    </message>
    <message>
        <source>Press a row to see the whole date of birth.</source>
        <translation>طعجغغ ا عضل فض غجج فدج لدضسج ثافج ضح بذعفد.</translation>
    </message>
</context>
<context>
    <name>InvitedPersonPage</name>
    <message>
        <source>Activate your account</source>
        <translation>اتفذكافج نضقع اتتضقصف</translation>
    </message>
    <message>
        <source>Enter your date of birth and zip code to activate your account.</source>
        <translation>جصفجع نضقع ثافج ضح بذعفد اصث هذط تضثج فض اتفذكافج نضقع اتتضقصف.</translation>
    </message>
    <message>
        <source>Date of birth of the patient</source>
        <translation>ثافج ضح بذعفد ضح فدج طافذجصف</translation>
    </message>
    <message>
        <source>ZIP code of the patient</source>
        <translation>هذط تضثج ضح فدج طافذجصف</translation>
    </message>
    <message>
        <source>I have no US ZIP</source>
        <translation>ذ داكج صض قغ هذط</translation>
    </message>
    <message>
        <source>Ask the front desk</source>
        <translation>اغز فدج حعضصف ثجغز</translation>
    </message>
</context>
<context>
    <name>JoinPage</name>
    <message>
        <source>Join the patient portal of %1</source>
        <translation>رضذص فدج طافذجصف طضعفاس ضح %1</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>رضذص</translation>
    </message>
    <message>
        <source>Your user ID and password stay the same. With them you also reach %1 from now on.</source>
        <translation>نضقع قغجع ذث اصث طاغغلضعث غفان فدج غاشج. لذفد فدجش نضق اسغض عجاتد %1 حعضش صضل ضص.</translation>
    </message>
    <message>
        <source>Ask the front desk for the full terms on paper.</source>
        <translation>اغز فدج حعضصف ثجغز حضع فدج حقسس فجعشغ ضص طاطجع.</translation>
    </message>
    <message>
        <source>I agree to use my account for this practice, too</source>
        <translation>ذ اخعجج فض قغج شن اتتضقصف حضع فدذغ طعاتفذتج, فضض</translation>
    </message>
</context>
<context>
    <name>JoinedPage</name>
    <message>
        <source>You can use your account here, too</source>
        <translation>نضق تاص قغج نضقع اتتضقصف دجعج, فضض</translation>
    </message>
    <message>
        <source>Your %1 account works for the patient portal of %2. You are logged out on this tablet.</source>
        <translation>نضقع %1 اتتضقصف لضعزغ حضع فدج طافذجصف طضعفاس ضح %2. نضق اعج سضخخجث ضقف ضص فدذغ فابسجف.</translation>
    </message>
</context>
<context>
    <name>LicencesStep</name>
    <message>
        <source>Back</source>
        <translation>باتز</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>سذتجصتجغ</translation>
    </message>
    <message>
        <source>The licences cannot be read: this program was not installed completely.</source>
        <translation>فدج سذتجصتجغ تاصصضف بج عجاث: فدذغ طعضخعاش لاغ صضف ذصغفاسسجث تضشطسجفجسن.</translation>
    </message>
</context>
<context>
    <name>LockedPage</name>
    <message>
        <source>Please take a short break</source>
        <translation>طسجاغج فازج ا غدضعف بعجاز</translation>
    </message>
    <message>
        <source>You can try again now.</source>
        <translation>نضق تاص فعن اخاذص صضل.</translation>
    </message>
    <message>
        <source>You need not wait at this tablet. The front desk can help you, too.</source>
        <translation>نضق صججث صضف لاذف اف فدذغ فابسجف. فدج حعضصف ثجغز تاص دجسط نضق, فضض.</translation>
    </message>
</context>
<context>
    <name>LogInPage</name>
    <message>
        <source>Log in</source>
        <translation>سضخ ذص</translation>
    </message>
    <message>
        <source>Use your %1 account for the portal of %2, too. You are logged out here when you leave.</source>
        <translation>قغج نضقع %1 اتتضقصف حضع فدج طضعفاس ضح %2, فضض. نضق اعج سضخخجث ضقف دجعج لدجص نضق سجاكج.</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>قغجع ذث</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>طاغغلضعث</translation>
    </message>
    <message>
        <source>forgot your user ID?</source>
        <translation>حضعخضف نضقع قغجع ذث?</translation>
    </message>
    <message>
        <source>forgot your password?</source>
        <translation>حضعخضف نضقع طاغغلضعث?</translation>
    </message>
</context>
<context>
    <name>NeedsAttentionPage</name>
    <message>
        <source>Needs attention</source>
        <translation>صججثغ اففجصفذضص</translation>
    </message>
    <message>
        <source>Nothing needs you. This list fills by itself.</source>
        <translation>صضفدذصخ صججثغ نضق. فدذغ سذغف حذسسغ بن ذفغجسح.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>ضصج شضشجصف …</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>ثضصج.</translation>
    </message>
</context>
<context>
    <name>NewPassword</name>
    <message>
        <source>at least 6 characters</source>
        <translation>اف سجاغف 6 تداعاتفجعغ</translation>
    </message>
    <message>
        <source>at least one number OR an upper case letter</source>
        <translation>اف سجاغف ضصج صقشبجع ضع اص قططجع تاغج سجففجع</translation>
    </message>
    <message>
        <source>no special characters (#%&amp;*): only letters A-Z and numbers</source>
        <translation>صض غطجتذاس تداعاتفجعغ (#%&amp;*): ضصسن سجففجعغ ا-ه اصث صقشبجعغ</translation>
    </message>
</context>
<context>
    <name>NotConnectedPage</name>
    <message>
        <source>We are not connected right now</source>
        <translation>لج اعج صضف تضصصجتفجث عذخدف صضل</translation>
    </message>
    <message>
        <source>This step needs a connection, and there is none at the moment. Nothing you typed is wrong. Press “Back” to try again.</source>
        <translation>فدذغ غفجط صججثغ ا تضصصجتفذضص, اصث فدجعج ذغ صضصج اف فدج شضشجصف. صضفدذصخ نضق فنطجث ذغ لعضصخ. طعجغغ “باتز” فض فعن اخاذص.</translation>
    </message>
    <message>
        <source>Ask the front desk: they can help you now.</source>
        <translation>اغز فدج حعضصف ثجغز: فدجن تاص دجسط نضق صضل.</translation>
    </message>
    <message>
        <source>Ask us to call you back</source>
        <translation>اغز قغ فض تاسس نضق باتز</translation>
    </message>
</context>
<context>
    <name>NotReadyPage</name>
    <message>
        <source>This tablet is not ready. Please see the front desk.</source>
        <translation>فدذغ فابسجف ذغ صضف عجاثن. طسجاغج غجج فدج حعضصف ثجغز.</translation>
    </message>
    <message>
        <source>Staff: {reason}</source>
        <translation>غفاحح: {عجاغضص}</translation>
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
    <name>Outcomes</name>
    <message>
        <source>A parent or guardian must create this account. If you are the parent or guardian, go back and choose “This account is for my child”.</source>
        <translation>ا طاعجصف ضع خقاعثذاص شقغف تعجافج فدذغ اتتضقصف. ذح نضق اعج فدج طاعجصف ضع خقاعثذاص, خض باتز اصث تدضضغج “فدذغ اتتضقصف ذغ حضع شن تدذسث”.</translation>
    </message>
    <message>
        <source>For patients of this age the front desk helps to create the account. Please ask them.</source>
        <translation>حضع طافذجصفغ ضح فدذغ اخج فدج حعضصف ثجغز دجسطغ فض تعجافج فدج اتتضقصف. طسجاغج اغز فدجش.</translation>
    </message>
    <message>
        <source>Your account is active now.</source>
        <translation>نضقع اتتضقصف ذغ اتفذكج صضل.</translation>
    </message>
    <message>
        <source>Somebody else has this user ID. Your answers are safe. You get an email with a link to choose another user ID; the front desk can help you, too.</source>
        <translation>غضشجبضثن جسغج داغ فدذغ قغجع ذث. نضقع اصغلجعغ اعج غاحج. نضق خجف اص جشاذس لذفد ا سذصز فض تدضضغج اصضفدجع قغجع ذث; فدج حعضصف ثجغز تاص دجسط نضق, فضض.</translation>
    </message>
    <message>
        <source>Somebody else has this user ID. Your answers are safe. If we have your email address, you get an email with a link to choose another user ID. If not, the front desk gives you a slip for that.</source>
        <translation>غضشجبضثن جسغج داغ فدذغ قغجع ذث. نضقع اصغلجعغ اعج غاحج. ذح لج داكج نضقع جشاذس اثثعجغغ, نضق خجف اص جشاذس لذفد ا سذصز فض تدضضغج اصضفدجع قغجع ذث. ذح صضف, فدج حعضصف ثجغز خذكجغ نضق ا غسذط حضع فداف.</translation>
    </message>
    <message>
        <source>Somebody else has this user ID. Your answers are safe. The front desk gives you a slip to choose another user ID.</source>
        <translation>غضشجبضثن جسغج داغ فدذغ قغجع ذث. نضقع اصغلجعغ اعج غاحج. فدج حعضصف ثجغز خذكجغ نضق ا غسذط فض تدضضغج اصضفدجع قغجع ذث.</translation>
    </message>
    <message>
        <source>You already have a "%1" portal account. We sent an email with your user ID to the address of that account. You need no second one.</source>
        <translation>نضق اسعجاثن داكج ا "%1" طضعفاس اتتضقصف. لج غجصف اص جشاذس لذفد نضقع قغجع ذث فض فدج اثثعجغغ ضح فداف اتتضقصف. نضق صججث صض غجتضصث ضصج.</translation>
    </message>
    <message>
        <source>We may know you already. The desk looks it up with you.</source>
        <translation>لج شان زصضل نضق اسعجاثن. فدج ثجغز سضضزغ ذف قط لذفد نضق.</translation>
    </message>
    <message>
        <source>Some answers are not the same as on your invitation. The desk checks them with you.</source>
        <translation>غضشج اصغلجعغ اعج صضف فدج غاشج اغ ضص نضقع ذصكذفافذضص. فدج ثجغز تدجتزغ فدجش لذفد نضق.</translation>
    </message>
    <message>
        <source>This invitation was used before. The desk looks it up with you.</source>
        <translation>فدذغ ذصكذفافذضص لاغ قغجث بجحضعج. فدج ثجغز سضضزغ ذف قط لذفد نضق.</translation>
    </message>
    <message>
        <source>This invitation is too old. The desk gives you a new one.</source>
        <translation>فدذغ ذصكذفافذضص ذغ فضض ضسث. فدج ثجغز خذكجغ نضق ا صجل ضصج.</translation>
    </message>
    <message>
        <source>This invitation does not work any more. The desk gives you a new one.</source>
        <translation>فدذغ ذصكذفافذضص ثضجغ صضف لضعز اصن شضعج. فدج ثجغز خذكجغ نضق ا صجل ضصج.</translation>
    </message>
    <message>
        <source>Your answers are saved. Your account becomes active soon.</source>
        <translation>نضقع اصغلجعغ اعج غاكجث. نضقع اتتضقصف بجتضشجغ اتفذكج غضضص.</translation>
    </message>
    <message>
        <source>Your answers are saved, but the desk has to finish this with you.</source>
        <translation>نضقع اصغلجعغ اعج غاكجث, بقف فدج ثجغز داغ فض حذصذغد فدذغ لذفد نضق.</translation>
    </message>
</context>
<context>
    <name>OwnPinCard</name>
    <message>
        <source>My PIN</source>
        <translation>شن طذص</translation>
    </message>
    <message>
        <source>It is yours alone: what is done after it was typed stands in the records as yours.</source>
        <translation>ذف ذغ نضقعغ اسضصج: لداف ذغ ثضصج احفجع ذف لاغ فنطجث غفاصثغ ذص فدج عجتضعثغ اغ نضقعغ.</translation>
    </message>
    <message>
        <source>PINs and the staff's accounts are changed at the front desk's computer.</source>
        <translation>طذصغ اصث فدج غفاحح'غ اتتضقصفغ اعج تداصخجث اف فدج حعضصف ثجغز'غ تضشطقفجع.</translation>
    </message>
    <message>
        <source>Change my PIN</source>
        <translation>تداصخج شن طذص</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Continue</source>
        <translation>تضصفذصقج</translation>
    </message>
</context>
<context>
    <name>PasswordChangedPage</name>
    <message>
        <source>Your user ID and your password are saved.</source>
        <translation>نضقع قغجع ذث اصث نضقع طاغغلضعث اعج غاكجث.</translation>
    </message>
    <message>
        <source>Your password is changed.</source>
        <translation>نضقع طاغغلضعث ذغ تداصخجث.</translation>
    </message>
    <message>
        <source>You can log in now. The slip does not work any more: you can throw it away.</source>
        <translation>نضق تاص سضخ ذص صضل. فدج غسذط ثضجغ صضف لضعز اصن شضعج: نضق تاص فدعضل ذف الان.</translation>
    </message>
    <message>
        <source>Your user ID:</source>
        <translation>نضقع قغجع ذث:</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>سضخ ذص</translation>
    </message>
</context>
<context>
    <name>PasswordConfirmedPage</name>
    <message>
        <source>Your new password is ready</source>
        <translation>نضقع صجل طاغغلضعث ذغ عجاثن</translation>
    </message>
    <message>
        <source>Use it with your user ID from now on. We have sent you a mail about the change.</source>
        <translation>قغج ذف لذفد نضقع قغجع ذث حعضش صضل ضص. لج داكج غجصف نضق ا شاذس ابضقف فدج تداصخج.</translation>
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
    <name>PasswordMailedPage</name>
    <message>
        <source>Open your email</source>
        <translation>ضطجص نضقع جشاذس</translation>
    </message>
    <message>
        <source>If your answers are right, a mail is on its way. Click the “confirm my password” link within 24 hours and type your new password once more. Until then your old password works.</source>
        <translation>ذح نضقع اصغلجعغ اعج عذخدف, ا شاذس ذغ ضص ذفغ لان. تسذتز فدج “تضصحذعش شن طاغغلضعث” سذصز لذفدذص 24 دضقعغ اصث فنطج نضقع صجل طاغغلضعث ضصتج شضعج. قصفذس فدجص نضقع ضسث طاغغلضعث لضعزغ.</translation>
    </message>
</context>
<context>
    <name>PhoneCodePage</name>
    <message>
        <source>Enter the code of the text message</source>
        <translation>جصفجع فدج تضثج ضح فدج فجمف شجغغاخج</translation>
    </message>
    <message>
        <source>If the phone number is on file, a text message with 6 digits comes in a minute. It is good for 10 minutes.</source>
        <translation>ذح فدج طدضصج صقشبجع ذغ ضص حذسج, ا فجمف شجغغاخج لذفد 6 ثذخذفغ تضشجغ ذص ا شذصقفج. ذف ذغ خضضث حضع 10 شذصقفجغ.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>تضثج</translation>
    </message>
    <message>
        <source>6 digits</source>
        <translation>6 ثذخذفغ</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>غجصث اخاذص</translation>
    </message>
    <message>
        <source>No message? The account may have another phone number. Please go back, or ask the front desk.</source>
        <translation>صض شجغغاخج? فدج اتتضقصف شان داكج اصضفدجع طدضصج صقشبجع. طسجاغج خض باتز, ضع اغز فدج حعضصف ثجغز.</translation>
    </message>
    <message>
        <source>This is not me</source>
        <translation>فدذغ ذغ صضف شج</translation>
    </message>
    <message>
        <source>Done. If the phone number is on file, a new message is on its way.</source>
        <translation>ثضصج. ذح فدج طدضصج صقشبجع ذغ ضص حذسج, ا صجل شجغغاخج ذغ ضص ذفغ لان.</translation>
    </message>
    <message>
        <source>We are not connected now. If no message comes, please ask the front desk.</source>
        <translation>لج اعج صضف تضصصجتفجث صضل. ذح صض شجغغاخج تضشجغ, طسجاغج اغز فدج حعضصف ثجغز.</translation>
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
    <name>PinStep</name>
    <message>
        <source>A new PIN for %1</source>
        <translation>ا صجل طذص حضع %1</translation>
    </message>
    <message>
        <source>A PIN for %1</source>
        <translation>ا طذص حضع %1</translation>
    </message>
    <message>
        <source>Change your PIN</source>
        <translation>تداصخج نضقع طذص</translation>
    </message>
    <message>
        <source>%1 types it now, alone: nobody else sees or knows it.</source>
        <translation>%1 فنطجغ ذف صضل, اسضصج: صضبضثن جسغج غججغ ضع زصضلغ ذف.</translation>
    </message>
    <message>
        <source>6 to 12 digits, not all the same and none that count up or down.</source>
        <translation>6 فض 12 ثذخذفغ, صضف اسس فدج غاشج اصث صضصج فداف تضقصف قط ضع ثضلص.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>تاصتجس</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>ضصج شضشجصف …</translation>
    </message>
    <message>
        <source>Your PIN now</source>
        <translation>نضقع طذص صضل</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>صجل طذص</translation>
    </message>
    <message>
        <source>New PIN again</source>
        <translation>صجل طذص اخاذص</translation>
    </message>
</context>
<context>
    <name>PrintChoice</name>
    <message>
        <source>Choose a printer</source>
        <translation>تدضضغج ا طعذصفجع</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>طاطجع</translation>
    </message>
    <message>
        <source>First free label on the sheet</source>
        <translation>حذعغف حعجج سابجس ضص فدج غدججف</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>طعذصفجع</translation>
    </message>
    <message>
        <source>No printer is set up on this computer.</source>
        <translation>صض طعذصفجع ذغ غجف قط ضص فدذغ تضشطقفجع.</translation>
    </message>
    <message>
        <source>Adjust this printer</source>
        <translation>اثرقغف فدذغ طعذصفجع</translation>
    </message>
    <message>
        <source>Move to the right, in millimetres</source>
        <translation>شضكج فض فدج عذخدف, ذص شذسسذشجفعجغ</translation>
    </message>
    <message>
        <source>Move down, in millimetres</source>
        <translation>شضكج ثضلص, ذص شذسسذشجفعجغ</translation>
    </message>
    <message>
        <source>Print a test page</source>
        <translation>طعذصف ا فجغف طاخج</translation>
    </message>
    <message>
        <source>The test page is on its way.</source>
        <translation>فدج فجغف طاخج ذغ ضص ذفغ لان.</translation>
    </message>
    <message>
        <source>The test page is printed.</source>
        <translation>فدج فجغف طاخج ذغ طعذصفجث.</translation>
    </message>
    <message>
        <source>%1, folded slip</source>
        <translation>%1, حضسثجث غسذط</translation>
    </message>
    <message>
        <source>%1, sheet of labels</source>
        <translation>%1, غدججف ضح سابجسغ</translation>
    </message>
    <message>
        <source>%1, label</source>
        <translation>%1, سابجس</translation>
    </message>
</context>
<context>
    <name>PrintWords</name>
    <message>
        <source>The printer is out of paper. Add some, and it goes on by itself.</source>
        <translation>فدج طعذصفجع ذغ ضقف ضح طاطجع. اثث غضشج, اصث ذف خضجغ ضص بن ذفغجسح.</translation>
    </message>
    <message>
        <source>The printer does not answer. Is it switched on and connected? Then it goes on by itself.</source>
        <translation>فدج طعذصفجع ثضجغ صضف اصغلجع. ذغ ذف غلذفتدجث ضص اصث تضصصجتفجث? فدجص ذف خضجغ ضص بن ذفغجسح.</translation>
    </message>
    <message>
        <source>“%1” is paused. Resume it, or choose another printer.</source>
        <translation>“%1” ذغ طاقغجث. عجغقشج ذف, ضع تدضضغج اصضفدجع طعذصفجع.</translation>
    </message>
    <message>
        <source>“%1” takes no jobs now. Choose another printer.</source>
        <translation>“%1” فازجغ صض رضبغ صضل. تدضضغج اصضفدجع طعذصفجع.</translation>
    </message>
    <message>
        <source>There is no printer “%1” any more. Choose another one.</source>
        <translation>فدجعج ذغ صض طعذصفجع “%1” اصن شضعج. تدضضغج اصضفدجع ضصج.</translation>
    </message>
    <message>
        <source>The print service of this computer does not answer.</source>
        <translation>فدج طعذصف غجعكذتج ضح فدذغ تضشطقفجع ثضجغ صضف اصغلجع.</translation>
    </message>
    <message>
        <source>“%1” holds every job until somebody releases it. Choose another printer.</source>
        <translation>“%1” دضسثغ جكجعن رضب قصفذس غضشجبضثن عجسجاغجغ ذف. تدضضغج اصضفدجع طعذصفجع.</translation>
    </message>
    <message>
        <source>“%1” is out of paper. Add some, then try again.</source>
        <translation>“%1” ذغ ضقف ضح طاطجع. اثث غضشج, فدجص فعن اخاذص.</translation>
    </message>
    <message>
        <source>“%1” does not answer. Check that it is switched on and connected.</source>
        <translation>“%1” ثضجغ صضف اصغلجع. تدجتز فداف ذف ذغ غلذفتدجث ضص اصث تضصصجتفجث.</translation>
    </message>
    <message>
        <source>Printing was cancelled.</source>
        <translation>طعذصفذصخ لاغ تاصتجسسجث.</translation>
    </message>
    <message>
        <source>“%1” took too long. The job was taken back.</source>
        <translation>“%1” فضضز فضض سضصخ. فدج رضب لاغ فازجص باتز.</translation>
    </message>
    <message>
        <source>The print service stopped answering: “%1” may still print. Look at the printer before you try again.</source>
        <translation>فدج طعذصف غجعكذتج غفضططجث اصغلجعذصخ: “%1” شان غفذسس طعذصف. سضضز اف فدج طعذصفجع بجحضعج نضق فعن اخاذص.</translation>
    </message>
    <message>
        <source>“%1” could not print.</source>
        <translation>“%1” تضقسث صضف طعذصف.</translation>
    </message>
</context>
<context>
    <name>ProfilePage</name>
    <message>
        <source>You have joined</source>
        <translation>نضق داكج رضذصجث</translation>
    </message>
    <message>
        <source>Congratulations! You have an account.</source>
        <translation>تضصخعافقسافذضصغ! نضق داكج اص اتتضقصف.</translation>
    </message>
    <message>
        <source>update profile</source>
        <translation>قطثافج طعضحذسج</translation>
    </message>
    <message>
        <source>Now just update your profile and click “update profile.”</source>
        <translation>صضل رقغف قطثافج نضقع طعضحذسج اصث تسذتز “قطثافج طعضحذسج.”</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>طدضصج صقشبجع</translation>
    </message>
    <message>
        <source>With the area code, for example 555 010 1234</source>
        <translation>لذفد فدج اعجا تضثج, حضع جماشطسج 555 010 1234</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>غفعججف اصث صقشبجع</translation>
    </message>
    <message>
        <source>City and state</source>
        <translation>تذفن اصث غفافج</translation>
    </message>
    <message>
        <source>In which language may we write to you?</source>
        <translation>ذص لدذتد ساصخقاخج شان لج لعذفج فض نضق?</translation>
    </message>
    <message>
        <source>How may we reach you best?</source>
        <translation>دضل شان لج عجاتد نضق بجغف?</translation>
    </message>
    <message>
        <source>Skip for now</source>
        <translation>غزذط حضع صضل</translation>
    </message>
    <message>
        <source>By email</source>
        <translation>بن جشاذس</translation>
    </message>
    <message>
        <source>By phone</source>
        <translation>بن طدضصج</translation>
    </message>
    <message>
        <source>By mail</source>
        <translation>بن شاذس</translation>
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
    <name>Questions</name>
    <message>
        <source>What was the name of your first school?</source>
        <translation>لداف لاغ فدج صاشج ضح نضقع حذعغف غتدضضس?</translation>
    </message>
    <message>
        <source>What was the name of your first pet?</source>
        <translation>لداف لاغ فدج صاشج ضح نضقع حذعغف طجف?</translation>
    </message>
    <message>
        <source>On which street did you live as a child?</source>
        <translation>ضص لدذتد غفعججف ثذث نضق سذكج اغ ا تدذسث?</translation>
    </message>
    <message>
        <source>Who was your best friend as a child?</source>
        <translation>لدض لاغ نضقع بجغف حعذجصث اغ ا تدذسث?</translation>
    </message>
    <message>
        <source>Who was your favorite teacher?</source>
        <translation>لدض لاغ نضقع حاكضعذفج فجاتدجع?</translation>
    </message>
    <message>
        <source>What was your first job?</source>
        <translation>لداف لاغ نضقع حذعغف رضب?</translation>
    </message>
    <message>
        <source>In which town did your parents meet?</source>
        <translation>ذص لدذتد فضلص ثذث نضقع طاعجصفغ شججف?</translation>
    </message>
    <message>
        <source>What was your favorite food as a child?</source>
        <translation>لداف لاغ نضقع حاكضعذفج حضضث اغ ا تدذسث?</translation>
    </message>
    <message>
        <source>Where did your first long trip go?</source>
        <translation>لدجعج ثذث نضقع حذعغف سضصخ فعذط خض?</translation>
    </message>
    <message>
        <source>What was the first name of a grandmother of yours?</source>
        <translation>لداف لاغ فدج حذعغف صاشج ضح ا خعاصثشضفدجع ضح نضقعغ?</translation>
    </message>
</context>
<context>
    <name>RecoverAnswerPage</name>
    <message>
        <source>Answer your secret question</source>
        <translation>اصغلجع نضقع غجتعجف ظقجغفذضص</translation>
    </message>
    <message>
        <source>Do you share your email with a twin? If this is not your question, type the answer to your own.</source>
        <translation>ثض نضق غداعج نضقع جشاذس لذفد ا فلذص? ذح فدذغ ذغ صضف نضقع ظقجغفذضص, فنطج فدج اصغلجع فض نضقع ضلص.</translation>
    </message>
</context>
<context>
    <name>RecoverBirthDatePage</name>
    <message>
        <source>Confirm your date of birth</source>
        <translation>تضصحذعش نضقع ثافج ضح بذعفد</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>ثافج ضح بذعفد</translation>
    </message>
</context>
<context>
    <name>RecoverEmailPage</name>
    <message>
        <source>Enter your email address.</source>
        <translation>جصفجع نضقع جشاذس اثثعجغغ.</translation>
    </message>
    <message>
        <source>Email address</source>
        <translation>جشاذس اثثعجغغ</translation>
    </message>
    <message>
        <source>The one of your account: your user ID is sent there. No email? The front desk makes you a slip.</source>
        <translation>فدج ضصج ضح نضقع اتتضقصف: نضقع قغجع ذث ذغ غجصف فدجعج. صض جشاذس? فدج حعضصف ثجغز شازجغ نضق ا غسذط.</translation>
    </message>
</context>
<context>
    <name>RecoverUserIdPage</name>
    <message>
        <source>Enter your user ID.</source>
        <translation>جصفجع نضقع قغجع ذث.</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>قغجع ذث</translation>
    </message>
    <message>
        <source>Not known either? “forgot your user ID?” on the first screen helps.</source>
        <translation>صضف زصضلص جذفدجع? “حضعخضف نضقع قغجع ذث?” ضص فدج حذعغف غتعججص دجسطغ.</translation>
    </message>
</context>
<context>
    <name>RequiredQuestionsPage</name>
    <message>
        <source>Required questions</source>
        <translation>عجظقذعجث ظقجغفذضصغ</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>خجصثجع</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>طدضصج صقشبجع</translation>
    </message>
    <message>
        <source>With the area code, for example 555 010 1234</source>
        <translation>لذفد فدج اعجا تضثج, حضع جماشطسج 555 010 1234</translation>
    </message>
</context>
<context>
    <name>ResendPanel</name>
    <message>
        <source>No code?</source>
        <translation>صض تضثج?</translation>
    </message>
    <message>
        <source>Have your activation code resent to you</source>
        <translation>داكج نضقع اتفذكافذضص تضثج عجغجصف فض نضق</translation>
    </message>
    <message>
        <source>They can help you go on without the code.</source>
        <translation>فدجن تاص دجسط نضق خض ضص لذفدضقف فدج تضثج.</translation>
    </message>
    <message>
        <source>Ask the front desk</source>
        <translation>اغز فدج حعضصف ثجغز</translation>
    </message>
    <message>
        <source>Done. If your practice has an email address for you, your code is on its way. What you typed stays here.</source>
        <translation>ثضصج. ذح نضقع طعاتفذتج داغ اص جشاذس اثثعجغغ حضع نضق, نضقع تضثج ذغ ضص ذفغ لان. لداف نضق فنطجث غفانغ دجعج.</translation>
    </message>
    <message>
        <source>Please wait a little. You can ask again in %1.</source>
        <translation>طسجاغج لاذف ا سذففسج. نضق تاص اغز اخاذص ذص %1.</translation>
    </message>
    <message>
        <source>We are not connected now. If no email comes, please ask the front desk.</source>
        <translation>لج اعج صضف تضصصجتفجث صضل. ذح صض جشاذس تضشجغ, طسجاغج اغز فدج حعضصف ثجغز.</translation>
    </message>
</context>
<context>
    <name>ResetSlipPage</name>
    <message>
        <source>Your slip from the front desk</source>
        <translation>نضقع غسذط حعضش فدج حعضصف ثجغز</translation>
    </message>
    <message>
        <source>Hold the square code of your slip under the scanner, or type the code.</source>
        <translation>دضسث فدج غظقاعج تضثج ضح نضقع غسذط قصثجع فدج غتاصصجع, ضع فنطج فدج تضثج.</translation>
    </message>
    <message>
        <source>Code on the slip</source>
        <translation>تضثج ضص فدج غسذط</translation>
    </message>
    <message>
        <source>15 letters and numbers, in three groups. We put the lines in between.</source>
        <translation>15 سجففجعغ اصث صقشبجعغ, ذص فدعجج خعضقطغ. لج طقف فدج سذصجغ ذص بجفلججص.</translation>
    </message>
    <message>
        <source>Date of birth of the patient</source>
        <translation>ثافج ضح بذعفد ضح فدج طافذجصف</translation>
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
    <name>SavedPage</name>
    <message>
        <source>Saved. Your account becomes active when we are connected.</source>
        <translation>غاكجث. نضقع اتتضقصف بجتضشجغ اتفذكج لدجص لج اعج تضصصجتفجث.</translation>
    </message>
    <message>
        <source>Your answers are safe and you need not wait. Please remember your user ID and your password. If something is missing, the front desk will tell you.</source>
        <translation>نضقع اصغلجعغ اعج غاحج اصث نضق صججث صضف لاذف. طسجاغج عجشجشبجع نضقع قغجع ذث اصث نضقع طاغغلضعث. ذح غضشجفدذصخ ذغ شذغغذصخ, فدج حعضصف ثجغز لذسس فجسس نضق.</translation>
    </message>
</context>
<context>
    <name>ScannerCard</name>
    <message>
        <source>Scanner test</source>
        <translation>غتاصصجع فجغف</translation>
    </message>
    <message>
        <source>Press here, then scan a code, or type it and press Enter</source>
        <translation>طعجغغ دجعج, فدجص غتاص ا تضثج, ضع فنطج ذف اصث طعجغغ جصفجع</translation>
    </message>
    <message>
        <source>The scanner works: this is an activation code.</source>
        <translation>فدج غتاصصجع لضعزغ: فدذغ ذغ اص اتفذكافذضص تضثج.</translation>
    </message>
    <message>
        <source>The scanner works: this is the code of a slip for a new password.</source>
        <translation>فدج غتاصصجع لضعزغ: فدذغ ذغ فدج تضثج ضح ا غسذط حضع ا صجل طاغغلضعث.</translation>
    </message>
    <message>
        <source>This looks like a code of ours, but was not read right.</source>
        <translation>فدذغ سضضزغ سذزج ا تضثج ضح ضقعغ, بقف لاغ صضف عجاث عذخدف.</translation>
    </message>
    <message>
        <source>The scanner works, but this is not one of our codes.</source>
        <translation>فدج غتاصصجع لضعزغ, بقف فدذغ ذغ صضف ضصج ضح ضقع تضثجغ.</translation>
    </message>
</context>
<context>
    <name>ScreenCard</name>
    <message>
        <source>This screen</source>
        <translation>فدذغ غتعججص</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>فجمف غذهج</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>دذخد تضصفعاغف</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>ساصخقاخج</translation>
    </message>
    <message>
        <source>This could not be saved: it lasts until the program is closed.</source>
        <translation>فدذغ تضقسث صضف بج غاكجث: ذف ساغفغ قصفذس فدج طعضخعاش ذغ تسضغجث.</translation>
    </message>
</context>
<context>
    <name>SecretQuestionPiece</name>
    <message>
        <source>Your answer</source>
        <translation>نضقع اصغلجع</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>These do not match. If you moved, try your old ZIP code, or ask the front desk.</source>
        <translation>فدجغج ثض صضف شافتد. ذح نضق شضكجث, فعن نضقع ضسث هذط تضثج, ضع اغز فدج حعضصف ثجغز.</translation>
    </message>
    <message>
        <source>Ouch! Please wait 15 minutes and try again. We set a maximum number to ensure the security of your account.</source>
        <translation>ضقتد! طسجاغج لاذف 15 شذصقفجغ اصث فعن اخاذص. لج غجف ا شامذشقش صقشبجع فض جصغقعج فدج غجتقعذفن ضح نضقع اتتضقصف.</translation>
    </message>
    <message>
        <source>Somebody already has this user ID. Please choose another one</source>
        <translation>غضشجبضثن اسعجاثن داغ فدذغ قغجع ذث. طسجاغج تدضضغج اصضفدجع ضصج</translation>
    </message>
    <message>
        <source>We could not save this. Nothing is lost: please try again, or see the front desk.</source>
        <translation>لج تضقسث صضف غاكج فدذغ. صضفدذصخ ذغ سضغف: طسجاغج فعن اخاذص, ضع غجج فدج حعضصف ثجغز.</translation>
    </message>
    <message>
        <source>This code does not fit. Please check your code, have it resent, or ask the front desk.</source>
        <translation>فدذغ تضثج ثضجغ صضف حذف. طسجاغج تدجتز نضقع تضثج, داكج ذف عجغجصف, ضع اغز فدج حعضصف ثجغز.</translation>
    </message>
    <message>
        <source>This code does not fit. Please check the text message and try again.</source>
        <translation>فدذغ تضثج ثضجغ صضف حذف. طسجاغج تدجتز فدج فجمف شجغغاخج اصث فعن اخاذص.</translation>
    </message>
    <message>
        <source>This code does not work any more. Press “Send again” for a new one.</source>
        <translation>فدذغ تضثج ثضجغ صضف لضعز اصن شضعج. طعجغغ “غجصث اخاذص” حضع ا صجل ضصج.</translation>
    </message>
    <message>
        <source>This took too long. Nothing is lost: please press “Back”, then “Continue”, and try again.</source>
        <translation>فدذغ فضضز فضض سضصخ. صضفدذصخ ذغ سضغف: طسجاغج طعجغغ “باتز”, فدجص “تضصفذصقج”, اصث فعن اخاذص.</translation>
    </message>
    <message>
        <source>You asked for this several times. Please wait a few minutes, or ask the front desk.</source>
        <translation>نضق اغزجث حضع فدذغ غجكجعاس فذشجغ. طسجاغج لاذف ا حجل شذصقفجغ, ضع اغز فدج حعضصف ثجغز.</translation>
    </message>
    <message>
        <source>User ID and password do not match. Please try again.</source>
        <translation>قغجع ذث اصث طاغغلضعث ثض صضف شافتد. طسجاغج فعن اخاذص.</translation>
    </message>
    <message>
        <source>This took too long. Please press “Start over” in “Need Help?” and log in again.</source>
        <translation>فدذغ فضضز فضض سضصخ. طسجاغج طعجغغ “غفاعف ضكجع” ذص “صججث دجسط?” اصث سضخ ذص اخاذص.</translation>
    </message>
    <message>
        <source>Code and password do not fit. Please check both, or open the link of the mail.</source>
        <translation>تضثج اصث طاغغلضعث ثض صضف حذف. طسجاغج تدجتز بضفد, ضع ضطجص فدج سذصز ضح فدج شاذس.</translation>
    </message>
    <message>
        <source>These digits do not work any more. Please open the link of the mail.</source>
        <translation>فدجغج ثذخذفغ ثض صضف لضعز اصن شضعج. طسجاغج ضطجص فدج سذصز ضح فدج شاذس.</translation>
    </message>
    <message>
        <source>These do not match, or the slip was used before or is too old. Please check the code and the date of birth, or see the front desk.</source>
        <translation>فدجغج ثض صضف شافتد, ضع فدج غسذط لاغ قغجث بجحضعج ضع ذغ فضض ضسث. طسجاغج تدجتز فدج تضثج اصث فدج ثافج ضح بذعفد, ضع غجج فدج حعضصف ثجغز.</translation>
    </message>
    <message>
        <source>A name cannot have this sign: %1</source>
        <translation>ا صاشج تاصصضف داكج فدذغ غذخص: %1</translation>
    </message>
    <message>
        <source>A user ID cannot have this sign: %1. Use letters, numbers, dots, - and _</source>
        <translation>ا قغجع ذث تاصصضف داكج فدذغ غذخص: %1. قغج سجففجعغ, صقشبجعغ, ثضفغ, - اصث _</translation>
    </message>
    <message>
        <source>A code never has this sign: %1. Please check your code</source>
        <translation>ا تضثج صجكجع داغ فدذغ غذخص: %1. طسجاغج تدجتز نضقع تضثج</translation>
    </message>
    <message>
        <source>Your password cannot have this sign: %1. Use only letters A-Z and numbers</source>
        <translation>نضقع طاغغلضعث تاصصضف داكج فدذغ غذخص: %1. قغج ضصسن سجففجعغ ا-ه اصث صقشبجعغ</translation>
    </message>
    <message>
        <source>Enter your last name, or tick “I have only one name”</source>
        <translation>جصفجع نضقع ساغف صاشج, ضع فذتز “ذ داكج ضصسن ضصج صاشج”</translation>
    </message>
    <message>
        <source>Enter your email address, or tick “I have no email”</source>
        <translation>جصفجع نضقع جشاذس اثثعجغغ, ضع فذتز “ذ داكج صض جشاذس”</translation>
    </message>
    <message>
        <source>Enter a 5-digit ZIP code, or tick “I have no US ZIP”</source>
        <translation>جصفجع ا 5-ثذخذف هذط تضثج, ضع فذتز “ذ داكج صض قغ هذط”</translation>
    </message>
    <message>
        <source>Enter your own name, as the parent or guardian</source>
        <translation>جصفجع نضقع ضلص صاشج, اغ فدج طاعجصف ضع خقاعثذاص</translation>
    </message>
    <message>
        <source>Choose a gender, or “Prefer not to say”</source>
        <translation>تدضضغج ا خجصثجع, ضع “طعجحجع صضف فض غان”</translation>
    </message>
    <message>
        <source>Choose a secret question</source>
        <translation>تدضضغج ا غجتعجف ظقجغفذضص</translation>
    </message>
    <message>
        <source>Enter your password</source>
        <translation>جصفجع نضقع طاغغلضعث</translation>
    </message>
    <message>
        <source>Enter your first name</source>
        <translation>جصفجع نضقع حذعغف صاشج</translation>
    </message>
    <message>
        <source>Use at most 60 letters for a name</source>
        <translation>قغج اف شضغف 60 سجففجعغ حضع ا صاشج</translation>
    </message>
    <message>
        <source>Use only letters, spaces, hyphens and apostrophes in a name</source>
        <translation>قغج ضصسن سجففجعغ, غطاتجغ, دنطدجصغ اصث اطضغفعضطدجغ ذص ا صاشج</translation>
    </message>
    <message>
        <source>Enter the month, the day and the year with 4 digits</source>
        <translation>جصفجع فدج شضصفد, فدج ثان اصث فدج نجاع لذفد 4 ثذخذفغ</translation>
    </message>
    <message>
        <source>There is no such day. Please check the month, the day and the year</source>
        <translation>فدجعج ذغ صض غقتد ثان. طسجاغج تدجتز فدج شضصفد, فدج ثان اصث فدج نجاع</translation>
    </message>
    <message>
        <source>Enter a year from 1900 on</source>
        <translation>جصفجع ا نجاع حعضش 1900 ضص</translation>
    </message>
    <message>
        <source>This day has not come yet. Please check the year</source>
        <translation>فدذغ ثان داغ صضف تضشج نجف. طسجاغج تدجتز فدج نجاع</translation>
    </message>
    <message>
        <source>Enter a 5-digit ZIP code</source>
        <translation>جصفجع ا 5-ثذخذف هذط تضثج</translation>
    </message>
    <message>
        <source>Enter your email address. If you have no email, please ask the front desk.</source>
        <translation>جصفجع نضقع جشاذس اثثعجغغ. ذح نضق داكج صض جشاذس, طسجاغج اغز فدج حعضصف ثجغز.</translation>
    </message>
    <message>
        <source>Enter an email address like name@example.com</source>
        <translation>جصفجع اص جشاذس اثثعجغغ سذزج صاشج@جماشطسج.تضش</translation>
    </message>
    <message>
        <source>Enter a phone number with its area code, like 555 010 1234</source>
        <translation>جصفجع ا طدضصج صقشبجع لذفد ذفغ اعجا تضثج, سذزج 555 010 1234</translation>
    </message>
    <message>
        <source>Use 6 to 32 characters for your user ID</source>
        <translation>قغج 6 فض 32 تداعاتفجعغ حضع نضقع قغجع ذث</translation>
    </message>
    <message>
        <source>Use only letters A-Z, numbers, dots, - and _ in your user ID</source>
        <translation>قغج ضصسن سجففجعغ ا-ه, صقشبجعغ, ثضفغ, - اصث _ ذص نضقع قغجع ذث</translation>
    </message>
    <message>
        <source>Nobody can have this user ID. Please choose another one</source>
        <translation>صضبضثن تاص داكج فدذغ قغجع ذث. طسجاغج تدضضغج اصضفدجع ضصج</translation>
    </message>
    <message>
        <source>A code has 15 letters and numbers. Please check your code</source>
        <translation>ا تضثج داغ 15 سجففجعغ اصث صقشبجعغ. طسجاغج تدجتز نضقع تضثج</translation>
    </message>
    <message>
        <source>A code has only letters and numbers. Please check your code</source>
        <translation>ا تضثج داغ ضصسن سجففجعغ اصث صقشبجعغ. طسجاغج تدجتز نضقع تضثج</translation>
    </message>
    <message>
        <source>One letter or number is not right. Please check your code</source>
        <translation>ضصج سجففجع ضع صقشبجع ذغ صضف عذخدف. طسجاغج تدجتز نضقع تضثج</translation>
    </message>
    <message>
        <source>This is not a code of our practice. Please ask the front desk</source>
        <translation>فدذغ ذغ صضف ا تضثج ضح ضقع طعاتفذتج. طسجاغج اغز فدج حعضصف ثجغز</translation>
    </message>
    <message>
        <source>This slip is for your user ID or a new password. Use it with “forgot your password?” on the first screen</source>
        <translation>فدذغ غسذط ذغ حضع نضقع قغجع ذث ضع ا صجل طاغغلضعث. قغج ذف لذفد “حضعخضف نضقع طاغغلضعث?” ضص فدج حذعغف غتعججص</translation>
    </message>
    <message>
        <source>This code is for a new account. Use it with “I have an invitation” on the first screen</source>
        <translation>فدذغ تضثج ذغ حضع ا صجل اتتضقصف. قغج ذف لذفد “ذ داكج اص ذصكذفافذضص” ضص فدج حذعغف غتعججص</translation>
    </message>
    <message>
        <source>Use at least 6 characters for your password</source>
        <translation>قغج اف سجاغف 6 تداعاتفجعغ حضع نضقع طاغغلضعث</translation>
    </message>
    <message>
        <source>Use at most 64 characters for your password</source>
        <translation>قغج اف شضغف 64 تداعاتفجعغ حضع نضقع طاغغلضعث</translation>
    </message>
    <message>
        <source>Put at least one number OR an upper case letter into your password</source>
        <translation>طقف اف سجاغف ضصج صقشبجع ضع اص قططجع تاغج سجففجع ذصفض نضقع طاغغلضعث</translation>
    </message>
    <message>
        <source>Use only letters A-Z and numbers in your password</source>
        <translation>قغج ضصسن سجففجعغ ا-ه اصث صقشبجعغ ذص نضقع طاغغلضعث</translation>
    </message>
    <message>
        <source>Choose one of the answers</source>
        <translation>تدضضغج ضصج ضح فدج اصغلجعغ</translation>
    </message>
    <message>
        <source>Answer your secret question with at least one letter or number</source>
        <translation>اصغلجع نضقع غجتعجف ظقجغفذضص لذفد اف سجاغف ضصج سجففجع ضع صقشبجع</translation>
    </message>
    <message>
        <source>Use at most 100 characters for your answer</source>
        <translation>قغج اف شضغف 100 تداعاتفجعغ حضع نضقع اصغلجع</translation>
    </message>
    <message>
        <source>Tick the box to agree, or ask the front desk</source>
        <translation>فذتز فدج بضم فض اخعجج, ضع اغز فدج حعضصف ثجغز</translation>
    </message>
    <message>
        <source>Use at most 200 characters for your address</source>
        <translation>قغج اف شضغف 200 تداعاتفجعغ حضع نضقع اثثعجغغ</translation>
    </message>
    <message>
        <source>Enter the 6 digits of the code</source>
        <translation>جصفجع فدج 6 ثذخذفغ ضح فدج تضثج</translation>
    </message>
    <message>
        <source>Enter your user ID</source>
        <translation>جصفجع نضقع قغجع ذث</translation>
    </message>
    <message>
        <source>This is not the password you chose before. Type the same password again</source>
        <translation>فدذغ ذغ صضف فدج طاغغلضعث نضق تدضغج بجحضعج. فنطج فدج غاشج طاغغلضعث اخاذص</translation>
    </message>
    <message>
        <source>Enter your first name, so that we know how to call you</source>
        <translation>جصفجع نضقع حذعغف صاشج, غض فداف لج زصضل دضل فض تاسس نضق</translation>
    </message>
    <message>
        <source>Enter a phone number with its area code, or an email address</source>
        <translation>جصفجع ا طدضصج صقشبجع لذفد ذفغ اعجا تضثج, ضع اص جشاذس اثثعجغغ</translation>
    </message>
</context>
<context>
    <name>SetPasswordPage</name>
    <message>
        <source>Answer your security question and develop a new password</source>
        <translation>اصغلجع نضقع غجتقعذفن ظقجغفذضص اصث ثجكجسضط ا صجل طاغغلضعث</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>صجل طاغغلضعث</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>غجففذصخغ</translation>
    </message>
</context>
<context>
    <name>SetupWords</name>
    <message>
        <source>This passphrase does not open this device.</source>
        <translation>فدذغ طاغغطدعاغج ثضجغ صضف ضطجص فدذغ ثجكذتج.</translation>
    </message>
    <message>
        <source>This device's files have another key. Delete nothing, and call support.</source>
        <translation>فدذغ ثجكذتج'غ حذسجغ داكج اصضفدجع زجن. ثجسجفج صضفدذصخ, اصث تاسس غقططضعف.</translation>
    </message>
    <message>
        <source>This device's key file is missing. Delete nothing, and call support.</source>
        <translation>فدذغ ثجكذتج'غ زجن حذسج ذغ شذغغذصخ. ثجسجفج صضفدذصخ, اصث تاسس غقططضعف.</translation>
    </message>
    <message>
        <source>Files of this device are missing. Delete nothing, and call support.</source>
        <translation>حذسجغ ضح فدذغ ثجكذتج اعج شذغغذصخ. ثجسجفج صضفدذصخ, اصث تاسس غقططضعف.</translation>
    </message>
    <message>
        <source>This device's files are damaged. Delete nothing, and call support.</source>
        <translation>فدذغ ثجكذتج'غ حذسجغ اعج ثاشاخجث. ثجسجفج صضفدذصخ, اصث تاسس غقططضعف.</translation>
    </message>
    <message>
        <source>This device's files are gone. Please call support.</source>
        <translation>فدذغ ثجكذتج'غ حذسجغ اعج خضصج. طسجاغج تاسس غقططضعف.</translation>
    </message>
    <message>
        <source>This device is enrolled for other screens than these. Please call support.</source>
        <translation>فدذغ ثجكذتج ذغ جصعضسسجث حضع ضفدجع غتعججصغ فداص فدجغج. طسجاغج تاسس غقططضعف.</translation>
    </message>
    <message>
        <source>The disk is full. Make room on it and try again: nothing is lost.</source>
        <translation>فدج ثذغز ذغ حقسس. شازج عضضش ضص ذف اصث فعن اخاذص: صضفدذصخ ذغ سضغف.</translation>
    </message>
    <message>
        <source>The files cannot be read or written now. If it stays so, call support.</source>
        <translation>فدج حذسجغ تاصصضف بج عجاث ضع لعذففجص صضل. ذح ذف غفانغ غض, تاسس غقططضعف.</translation>
    </message>
    <message>
        <source>This did not work. Please try again.</source>
        <translation>فدذغ ثذث صضف لضعز. طسجاغج فعن اخاذص.</translation>
    </message>
</context>
<context>
    <name>SheetModel</name>
    <message>
        <source>Column</source>
        <translation>تضسقشص</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>جماشطسج</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>دضسثغ</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>عجاثن</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>عضل</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>طافذجصف</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>بضعص</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>غسذط</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>عجغقسف</translation>
    </message>
</context>
<context>
    <name>SheetPreview</name>
    <message>
        <source>How the file was read</source>
        <translation>دضل فدج حذسج لاغ عجاث</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>اغز اخاذص</translation>
    </message>
    <message>
        <source>All</source>
        <translation>اسس</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>عجاثن</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>سجحف ضقف</translation>
    </message>
    <message>
        <source>Import %1 of %2</source>
        <translation>ذشطضعف %1 ضح %2</translation>
    </message>
    <message>
        <source>Save the %1 left out as CSV</source>
        <translation>غاكج فدج %1 سجحف ضقف اغ تغك</translation>
    </message>
    <message>
        <source>Choose another file</source>
        <translation>تدضضغج اصضفدجع حذسج</translation>
    </message>
    <message>
        <source>Rows of the file</source>
        <translation>عضلغ ضح فدج حذسج</translation>
    </message>
    <message>
        <source>There is no such row in this file.</source>
        <translation>فدجعج ذغ صض غقتد عضل ذص فدذغ حذسج.</translation>
    </message>
    <message>
        <source>Rows: %1</source>
        <translation>عضلغ: %1</translation>
    </message>
    <message>
        <source>FHIR Bundle</source>
        <translation>حدذع بقصثسج</translation>
    </message>
    <message>
        <source>Which column holds this: %1?</source>
        <translation>لدذتد تضسقشص دضسثغ فدذغ: %1?</translation>
    </message>
    <message>
        <source>Day or month first? The dates of birth in this file can be read both ways.</source>
        <translation>ثان ضع شضصفد حذعغف? فدج ثافجغ ضح بذعفد ذص فدذغ حذسج تاص بج عجاث بضفد لانغ.</translation>
    </message>
    <message>
        <source>Not connected: checked against this desk's list only. Patients who have an account, or were invited on another day, may get a second slip.</source>
        <translation>صضف تضصصجتفجث: تدجتزجث اخاذصغف فدذغ ثجغز'غ سذغف ضصسن. طافذجصفغ لدض داكج اص اتتضقصف, ضع لجعج ذصكذفجث ضص اصضفدجع ثان, شان خجف ا غجتضصث غسذط.</translation>
    </message>
</context>
<context>
    <name>SheetRun</name>
    <message>
        <source>%1 of %2 invitations are made …</source>
        <translation>%1 ضح %2 ذصكذفافذضصغ اعج شاثج …</translation>
    </message>
    <message>
        <source>Stop here</source>
        <translation>غفضط دجعج</translation>
    </message>
    <message>
        <source>%1 of %2 invitations are made</source>
        <translation>%1 ضح %2 ذصكذفافذضصغ اعج شاثج</translation>
    </message>
    <message>
        <source>What is made stays, also if you stop.</source>
        <translation>لداف ذغ شاثج غفانغ, اسغض ذح نضق غفضط.</translation>
    </message>
    <message>
        <source>Print %1 slips</source>
        <translation>طعذصف %1 غسذطغ</translation>
    </message>
    <message>
        <source>Import another sheet</source>
        <translation>ذشطضعف اصضفدجع غدججف</translation>
    </message>
    <message>
        <source>Leave them unprinted</source>
        <translation>سجاكج فدجش قصطعذصفجث</translation>
    </message>
    <message>
        <source>Then this device's storage stopped working. Please call technical support.</source>
        <translation>فدجص فدذغ ثجكذتج'غ غفضعاخج غفضططجث لضعزذصخ. طسجاغج تاسس فجتدصذتاس غقططضعف.</translation>
    </message>
    <message>
        <source>You stopped the import. Load the file again for the rest.</source>
        <translation>نضق غفضططجث فدج ذشطضعف. سضاث فدج حذسج اخاذص حضع فدج عجغف.</translation>
    </message>
    <message>
        <source>%1 got an invitation in the meantime and were left out.</source>
        <translation>%1 خضف اص ذصكذفافذضص ذص فدج شجاصفذشج اصث لجعج سجحف ضقف.</translation>
    </message>
</context>
<context>
    <name>SheetSettings</name>
    <message>
        <source>Dates are written</source>
        <translation>ثافجغ اعج لعذففجص</translation>
    </message>
    <message>
        <source>Between two cells stands</source>
        <translation>بجفلججص فلض تجسسغ غفاصثغ</translation>
    </message>
    <message>
        <source>Letters are written as</source>
        <translation>سجففجعغ اعج لعذففجص اغ</translation>
    </message>
    <message>
        <source>Choose a column of the file, then what it holds.</source>
        <translation>تدضضغج ا تضسقشص ضح فدج حذسج, فدجص لداف ذف دضسثغ.</translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation>تضسقشصغ ضح فدج حذسج</translation>
    </message>
    <message>
        <source>%1 holds</source>
        <translation>%1 دضسثغ</translation>
    </message>
</context>
<context>
    <name>SheetWords</name>
    <message>
        <source>Nothing we need</source>
        <translation>صضفدذصخ لج صججث</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>حذعغف صاشج</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>ساغف صاشج</translation>
    </message>
    <message>
        <source>Whole name: Last, First</source>
        <translation>لدضسج صاشج: ساغف, حذعغف</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>ثافج ضح بذعفد</translation>
    </message>
    <message>
        <source>ZIP code</source>
        <translation>هذط تضثج</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>تضقصفعن</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>جشاذس</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>طدضصج</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>خجصثجع</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>ساصخقاخج</translation>
    </message>
    <message>
        <source>Parent or guardian</source>
        <translation>طاعجصف ضع خقاعثذاص</translation>
    </message>
    <message>
        <source>Time of the appointment</source>
        <translation>فذشج ضح فدج اططضذصفشجصف</translation>
    </message>
    <message>
        <source>Status of the patient or appointment</source>
        <translation>غفافقغ ضح فدج طافذجصف ضع اططضذصفشجصف</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>تضششا</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>غجشذتضسضص</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>فاب</translation>
    </message>
    <message>
        <source>Vertical bar</source>
        <translation>كجعفذتاس باع</translation>
    </message>
    <message>
        <source>Year first: 1984-03-27</source>
        <translation>نجاع حذعغف: 1984-03-27</translation>
    </message>
    <message>
        <source>Month first: 03/27/1984</source>
        <translation>شضصفد حذعغف: 03/27/1984</translation>
    </message>
    <message>
        <source>Day first: 27/03/1984</source>
        <translation>ثان حذعغف: 27/03/1984</translation>
    </message>
    <message>
        <source>There are no rows in this file.</source>
        <translation>فدجعج اعج صض عضلغ ذص فدذغ حذسج.</translation>
    </message>
    <message>
        <source>This file is larger than 20 MB. Please export one day only.</source>
        <translation>فدذغ حذسج ذغ ساعخجع فداص 20 شب. طسجاغج جمطضعف ضصج ثان ضصسن.</translation>
    </message>
    <message>
        <source>This file has more than %1 rows. Please export one day only.</source>
        <translation>فدذغ حذسج داغ شضعج فداص %1 عضلغ. طسجاغج جمطضعف ضصج ثان ضصسن.</translation>
    </message>
    <message>
        <source>This file has too many columns for a day sheet.</source>
        <translation>فدذغ حذسج داغ فضض شاصن تضسقشصغ حضع ا ثان غدججف.</translation>
    </message>
    <message>
        <source>A cell of this file holds a whole book. This is not a day sheet.</source>
        <translation>ا تجسس ضح فدذغ حذسج دضسثغ ا لدضسج بضضز. فدذغ ذغ صضف ا ثان غدججف.</translation>
    </message>
    <message>
        <source>A quotation mark in this file never ends. Please export it again.</source>
        <translation>ا ظقضفافذضص شاعز ذص فدذغ حذسج صجكجع جصثغ. طسجاغج جمطضعف ذف اخاذص.</translation>
    </message>
    <message>
        <source>This is not a CSV file, or its letters cannot be read. Save it as CSV UTF-8.</source>
        <translation>فدذغ ذغ صضف ا تغك حذسج, ضع ذفغ سجففجعغ تاصصضف بج عجاث. غاكج ذف اغ تغك قفح-8.</translation>
    </message>
    <message>
        <source>This file is neither CSV nor a whole FHIR Bundle.</source>
        <translation>فدذغ حذسج ذغ صجذفدجع تغك صضع ا لدضسج حدذع بقصثسج.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 ذغ شذغغذصخ.</translation>
    </message>
    <message>
        <source>Where does the last name begin? Write it as Last, First.</source>
        <translation>لدجعج ثضجغ فدج ساغف صاشج بجخذص? لعذفج ذف اغ ساغف, حذعغف.</translation>
    </message>
    <message>
        <source>The ZIP code is missing. A patient from abroad needs a country instead.</source>
        <translation>فدج هذط تضثج ذغ شذغغذصخ. ا طافذجصف حعضش ابعضاث صججثغ ا تضقصفعن ذصغفجاث.</translation>
    </message>
    <message>
        <source>The ZIP code has 4 digits: a spreadsheet may have dropped the 0 in front.</source>
        <translation>فدج هذط تضثج داغ 4 ثذخذفغ: ا غطعجاثغدججف شان داكج ثعضططجث فدج 0 ذص حعضصف.</translation>
    </message>
    <message>
        <source>This row has more cells than the first row.</source>
        <translation>فدذغ عضل داغ شضعج تجسسغ فداص فدج حذعغف عضل.</translation>
    </message>
    <message>
        <source>The same person as in row %1.</source>
        <translation>فدج غاشج طجعغضص اغ ذص عضل %1.</translation>
    </message>
    <message>
        <source>The patient has died.</source>
        <translation>فدج طافذجصف داغ ثذجث.</translation>
    </message>
    <message>
        <source>The patient's record is marked as no longer in use.</source>
        <translation>فدج طافذجصف'غ عجتضعث ذغ شاعزجث اغ صض سضصخجع ذص قغج.</translation>
    </message>
    <message>
        <source>The appointment will not take place.</source>
        <translation>فدج اططضذصفشجصف لذسس صضف فازج طساتج.</translation>
    </message>
    <message>
        <source>Has an invitation that still works: %1.</source>
        <translation>داغ اص ذصكذفافذضص فداف غفذسس لضعزغ: %1.</translation>
    </message>
    <message>
        <source>Has an account already.</source>
        <translation>داغ اص اتتضقصف اسعجاثن.</translation>
    </message>
    <message>
        <source>%1 has more than 60 letters.</source>
        <translation>%1 داغ شضعج فداص 60 سجففجعغ.</translation>
    </message>
    <message>
        <source>%1 cannot have this sign: %2</source>
        <translation>%1 تاصصضف داكج فدذغ غذخص: %2</translation>
    </message>
    <message>
        <source>The date of birth is not whole, or not in the file's format.</source>
        <translation>فدج ثافج ضح بذعفد ذغ صضف لدضسج, ضع صضف ذص فدج حذسج'غ حضعشاف.</translation>
    </message>
    <message>
        <source>There is no such day: check it, or the file's date format.</source>
        <translation>فدجعج ذغ صض غقتد ثان: تدجتز ذف, ضع فدج حذسج'غ ثافج حضعشاف.</translation>
    </message>
    <message>
        <source>The date of birth is before 1900.</source>
        <translation>فدج ثافج ضح بذعفد ذغ بجحضعج 1900.</translation>
    </message>
    <message>
        <source>The date of birth has not come yet.</source>
        <translation>فدج ثافج ضح بذعفد داغ صضف تضشج نجف.</translation>
    </message>
    <message>
        <source>The ZIP code needs 5 digits.</source>
        <translation>فدج هذط تضثج صججثغ 5 ثذخذفغ.</translation>
    </message>
    <message>
        <source>The email address is not whole.</source>
        <translation>فدج جشاذس اثثعجغغ ذغ صضف لدضسج.</translation>
    </message>
    <message>
        <source>The phone number needs 10 digits.</source>
        <translation>فدج طدضصج صقشبجع صججثغ 10 ثذخذفغ.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 تاصصضف بج عجاث.</translation>
    </message>
    <message>
        <source>Child, %1</source>
        <translation>تدذسث, %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>صاشج</translation>
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
        <source>%1 hands over. Choose your name and type your PIN: the work goes on in your name.</source>
        <translation>%1 داصثغ ضكجع. تدضضغج نضقع صاشج اصث فنطج نضقع طذص: فدج لضعز خضجغ ضص ذص نضقع صاشج.</translation>
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
        <source>Hand over</source>
        <translation>داصث ضكجع</translation>
    </message>
    <message>
        <source>PIN of %1</source>
        <translation>طذص ضح %1</translation>
    </message>
</context>
<context>
    <name>SlipActs</name>
    <message>
        <source>Try again</source>
        <translation>فعن اخاذص</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>طعذصف</translation>
    </message>
    <message>
        <source>Save slip as PDF</source>
        <translation>غاكج غسذط اغ طثح</translation>
    </message>
    <message>
        <source>Save the slips as PDF</source>
        <translation>غاكج فدج غسذطغ اغ طثح</translation>
    </message>
    <message>
        <source>Email it without a slip</source>
        <translation>جشاذس ذف لذفدضقف ا غسذط</translation>
    </message>
    <message>
        <source>Cancel printing</source>
        <translation>تاصتجس طعذصفذصخ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>تاصتجس</translation>
    </message>
</context>
<context>
    <name>SlipOffer</name>
    <message>
        <source>I have a slip from the front desk</source>
        <translation>ذ داكج ا غسذط حعضش فدج حعضصف ثجغز</translation>
    </message>
</context>
<context>
    <name>SlipPasswordPage</name>
    <message>
        <source>Choose a user ID and a password</source>
        <translation>تدضضغج ا قغجع ذث اصث ا طاغغلضعث</translation>
    </message>
    <message>
        <source>Choose a new password</source>
        <translation>تدضضغج ا صجل طاغغلضعث</translation>
    </message>
    <message>
        <source>Your user ID:</source>
        <translation>نضقع قغجع ذث:</translation>
    </message>
    <message>
        <source>Your account has no user ID yet. Please choose one, and a new password.</source>
        <translation>نضقع اتتضقصف داغ صض قغجع ذث نجف. طسجاغج تدضضغج ضصج, اصث ا صجل طاغغلضعث.</translation>
    </message>
    <message>
        <source>Please write it down. Do you still know your password? Then you need no new one.</source>
        <translation>طسجاغج لعذفج ذف ثضلص. ثض نضق غفذسس زصضل نضقع طاغغلضعث? فدجص نضق صججث صض صجل ضصج.</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>سضخ ذص</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>قغجع ذث</translation>
    </message>
    <message>
        <source>Please write it down.</source>
        <translation>طسجاغج لعذفج ذف ثضلص.</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>صجل طاغغلضعث</translation>
    </message>
</context>
<context>
    <name>SlipStep</name>
    <message>
        <source>Invitation %1 is made</source>
        <translation>ذصكذفافذضص %1 ذغ شاثج</translation>
    </message>
    <message>
        <source>The activation code goes into the email, too. Fold the slip so that it lies inside.</source>
        <translation>فدج اتفذكافذضص تضثج خضجغ ذصفض فدج جشاذس, فضض. حضسث فدج غسذط غض فداف ذف سذجغ ذصغذثج.</translation>
    </message>
    <message>
        <source>The activation code stands on paper only. Fold the slip so that it lies inside.</source>
        <translation>فدج اتفذكافذضص تضثج غفاصثغ ضص طاطجع ضصسن. حضسث فدج غسذط غض فداف ذف سذجغ ذصغذثج.</translation>
    </message>
    <message>
        <source>Email the invitation, too</source>
        <translation>جشاذس فدج ذصكذفافذضص, فضض</translation>
    </message>
    <message>
        <source>The slip could not be saved or not be read back. The invitation stays. Please try again.</source>
        <translation>فدج غسذط تضقسث صضف بج غاكجث ضع صضف بج عجاث باتز. فدج ذصكذفافذضص غفانغ. طسجاغج فعن اخاذص.</translation>
    </message>
    <message>
        <source>%1 invitations are made</source>
        <translation>%1 ذصكذفافذضصغ اعج شاثج</translation>
    </message>
    <message>
        <source>The one-time slip is made</source>
        <translation>فدج ضصج-فذشج غسذط ذغ شاثج</translation>
    </message>
    <message>
        <source>One-time slip</source>
        <translation>ضصج-فذشج غسذط</translation>
    </message>
    <message>
        <source>New slips</source>
        <translation>صجل غسذطغ</translation>
    </message>
    <message>
        <source>New slip</source>
        <translation>صجل غسذط</translation>
    </message>
    <message>
        <source>Count the good ones from the first one on. What came out after them is printed again: destroy it.</source>
        <translation>تضقصف فدج خضضث ضصجغ حعضش فدج حذعغف ضصج ضص. لداف تاشج ضقف احفجع فدجش ذغ طعذصفجث اخاذص: ثجغفعضن ذف.</translation>
    </message>
    <message>
        <source>Did it print well? Please look at the paper.</source>
        <translation>ثذث ذف طعذصف لجسس? طسجاغج سضضز اف فدج طاطجع.</translation>
    </message>
    <message>
        <source>Did all labels print? Please look at the paper.</source>
        <translation>ثذث اسس سابجسغ طعذصف? طسجاغج سضضز اف فدج طاطجع.</translation>
    </message>
    <message>
        <source>The activation code goes out by email alone.</source>
        <translation>فدج اتفذكافذضص تضثج خضجغ ضقف بن جشاذس اسضصج.</translation>
    </message>
    <message>
        <source>With it the patient chooses a new password within the hour. Nobody else may read its code.</source>
        <translation>لذفد ذف فدج طافذجصف تدضضغجغ ا صجل طاغغلضعث لذفدذص فدج دضقع. صضبضثن جسغج شان عجاث ذفغ تضثج.</translation>
    </message>
    <message>
        <source>The activation code stands on the label. Hand it over so that nobody else reads it.</source>
        <translation>فدج اتفذكافذضص تضثج غفاصثغ ضص فدج سابجس. داصث ذف ضكجع غض فداف صضبضثن جسغج عجاثغ ذف.</translation>
    </message>
    <message>
        <source>Nothing is lost: it is still to be printed.</source>
        <translation>صضفدذصخ ذغ سضغف: ذف ذغ غفذسس فض بج طعذصفجث.</translation>
    </message>
    <message>
        <source>Cancelled. No file was made, and nothing counts as printed.</source>
        <translation>تاصتجسسجث. صض حذسج لاغ شاثج, اصث صضفدذصخ تضقصفغ اغ طعذصفجث.</translation>
    </message>
    <message>
        <source>This device's storage does not work: nothing was noted. Please call technical support.</source>
        <translation>فدذغ ثجكذتج'غ غفضعاخج ثضجغ صضف لضعز: صضفدذصخ لاغ صضفجث. طسجاغج تاسس فجتدصذتاس غقططضعف.</translation>
    </message>
    <message>
        <source>Making the file … %1 of %2</source>
        <translation>شازذصخ فدج حذسج … %1 ضح %2</translation>
    </message>
    <message>
        <source>Reading every code back … %1 of %2</source>
        <translation>عجاثذصخ جكجعن تضثج باتز … %1 ضح %2</translation>
    </message>
    <message>
        <source>Saved. Noting them as printed … %1 of %2</source>
        <translation>غاكجث. صضفذصخ فدجش اغ طعذصفجث … %1 ضح %2</translation>
    </message>
    <message>
        <source>Saved, and every QR code was read back: %1</source>
        <translation>غاكجث, اصث جكجعن ظع تضثج لاغ عجاث باتز: %1</translation>
    </message>
    <message>
        <source>Leave them unprinted</source>
        <translation>سجاكج فدجش قصطعذصفجث</translation>
    </message>
    <message>
        <source>Import another sheet</source>
        <translation>ذشطضعف اصضفدجع غدججف</translation>
    </message>
    <message>
        <source>Next patient</source>
        <translation>صجمف طافذجصف</translation>
    </message>
    <message>
        <source>Leave it unprinted</source>
        <translation>سجاكج ذف قصطعذصفجث</translation>
    </message>
    <message>
        <source>Nothing is lost: %1 of %2 are still to be printed.</source>
        <translation>صضفدذصخ ذغ سضغف: %1 ضح %2 اعج غفذسس فض بج طعذصفجث.</translation>
    </message>
    <message>
        <source>The slip could not be saved or not be read back. Please try again.</source>
        <translation>فدج غسذط تضقسث صضف بج غاكجث ضع صضف بج عجاث باتز. طسجاغج فعن اخاذص.</translation>
    </message>
    <message>
        <source>The slips could not be saved or not be read back. The invitations stay. Please try again.</source>
        <translation>فدج غسذطغ تضقسث صضف بج غاكجث ضع صضف بج عجاث باتز. فدج ذصكذفافذضصغ غفان. طسجاغج فعن اخاذص.</translation>
    </message>
    <message>
        <source>Printing … %1 of %2 are done.</source>
        <translation>طعذصفذصخ … %1 ضح %2 اعج ثضصج.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>ضصج شضشجصف …</translation>
    </message>
    <message>
        <source>Saved, and its QR code was read back: %1</source>
        <translation>غاكجث, اصث ذفغ ظع تضثج لاغ عجاث باتز: %1</translation>
    </message>
    <message>
        <source>Printed, and every QR code was read back.</source>
        <translation>طعذصفجث, اصث جكجعن ظع تضثج لاغ عجاث باتز.</translation>
    </message>
    <message>
        <source>The email goes out with the next sync.</source>
        <translation>فدج جشاذس خضجغ ضقف لذفد فدج صجمف غنصت.</translation>
    </message>
    <message>
        <source>The slip, without its code</source>
        <translation>فدج غسذط, لذفدضقف ذفغ تضثج</translation>
    </message>
</context>
<context>
    <name>StaffArea</name>
    <message>
        <source>Close the kiosk?</source>
        <translation>تسضغج فدج زذضغز?</translation>
    </message>
    <message>
        <source>Nobody can use this device until it is started again.</source>
        <translation>صضبضثن تاص قغج فدذغ ثجكذتج قصفذس ذف ذغ غفاعفجث اخاذص.</translation>
    </message>
    <message>
        <source>Slips are still to be printed. If you close now, you have to make new ones afterwards.</source>
        <translation>غسذطغ اعج غفذسس فض بج طعذصفجث. ذح نضق تسضغج صضل, نضق داكج فض شازج صجل ضصجغ احفجعلاعثغ.</translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation>زججط ذف ضطجص</translation>
    </message>
    <message>
        <source>Close the kiosk</source>
        <translation>تسضغج فدج زذضغز</translation>
    </message>
</context>
<context>
    <name>StaffCard</name>
    <message>
        <source>Staff</source>
        <translation>غفاحح</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>صجل طذص</translation>
    </message>
    <message>
        <source>Add a colleague</source>
        <translation>اثث ا تضسسجاخقج</translation>
    </message>
    <message>
        <source>Make receptionist</source>
        <translation>شازج عجتجطفذضصذغف</translation>
    </message>
    <message>
        <source>Make manager</source>
        <translation>شازج شاصاخجع</translation>
    </message>
    <message>
        <source>May no longer sign in</source>
        <translation>شان صض سضصخجع غذخص ذص</translation>
    </message>
    <message>
        <source>May sign in again</source>
        <translation>شان غذخص ذص اخاذص</translation>
    </message>
</context>
<context>
    <name>StaffDoor</name>
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
    <name>StaffForm</name>
    <message>
        <source>The colleague's name, as the door shows it</source>
        <translation>فدج تضسسجاخقج'غ صاشج, اغ فدج ثضضع غدضلغ ذف</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>عضسج</translation>
    </message>
    <message>
        <source>Next: the PIN</source>
        <translation>صجمف: فدج طذص</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>تاصتجس</translation>
    </message>
</context>
<context>
    <name>StaffTable</name>
    <message>
        <source>Name</source>
        <translation>صاشج</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>عضسج</translation>
    </message>
    <message>
        <source>Signing in here</source>
        <translation>غذخصذصخ ذص دجعج</translation>
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
        <source>the portal refused this device</source>
        <translation>فدج طضعفاس عجحقغجث فدذغ ثجكذتج</translation>
    </message>
    <message>
        <source>this device's storage does not work</source>
        <translation>فدذغ ثجكذتج'غ غفضعاخج ثضجغ صضف لضعز</translation>
    </message>
    <message>
        <source>Nothing needs to be done: this device tries again by itself.</source>
        <translation>صضفدذصخ صججثغ فض بج ثضصج: فدذغ ثجكذتج فعذجغ اخاذص بن ذفغجسح.</translation>
    </message>
    <message>
        <source>MMM d, yyyy</source>
        <translation>MMM d, yyyy</translation>
    </message>
    <message>
        <source>MMM d</source>
        <translation>MMM d</translation>
    </message>
    <message>
        <source>h:mm</source>
        <translation>h:mm</translation>
    </message>
    <message>
        <source>the portal is busy or down</source>
        <translation>فدج طضعفاس ذغ بقغن ضع ثضلص</translation>
    </message>
    <message>
        <source>a mistake in this program</source>
        <translation>ا شذغفازج ذص فدذغ طعضخعاش</translation>
    </message>
    <message>
        <source>This device does not reach the portal.</source>
        <translation>فدذغ ثجكذتج ثضجغ صضف عجاتد فدج طضعفاس.</translation>
    </message>
    <message>
        <source>The portal's certificate or signature does not hold, so nothing is sent to it.</source>
        <translation>فدج طضعفاس'غ تجعفذحذتافج ضع غذخصافقعج ثضجغ صضف دضسث, غض صضفدذصخ ذغ غجصف فض ذف.</translation>
    </message>
    <message>
        <source>The network works, but the portal does not take anything now.</source>
        <translation>فدج صجفلضعز لضعزغ, بقف فدج طضعفاس ثضجغ صضف فازج اصنفدذصخ صضل.</translation>
    </message>
    <message>
        <source>The portal does not take this device's records: it may have been taken off its list.</source>
        <translation>فدج طضعفاس ثضجغ صضف فازج فدذغ ثجكذتج'غ عجتضعثغ: ذف شان داكج بججص فازجص ضحح ذفغ سذغف.</translation>
    </message>
    <message>
        <source>The disk is full, broken or cannot be written to.</source>
        <translation>فدج ثذغز ذغ حقسس, بعضزجص ضع تاصصضف بج لعذففجص فض.</translation>
    </message>
    <message>
        <source>This program made a mistake while it was syncing.</source>
        <translation>فدذغ طعضخعاش شاثج ا شذغفازج لدذسج ذف لاغ غنصتذصخ.</translation>
    </message>
    <message>
        <source>What was saved before stays, but nothing new can be saved: no sign-up, no invitation.</source>
        <translation>لداف لاغ غاكجث بجحضعج غفانغ, بقف صضفدذصخ صجل تاص بج غاكجث: صض غذخص-قط, صض ذصكذفافذضص.</translation>
    </message>
    <message>
        <source>Sign-ups, invitations and slips go on: everything is kept safe on this device and sent later.</source>
        <translation>غذخص-قطغ, ذصكذفافذضصغ اصث غسذطغ خض ضص: جكجعنفدذصخ ذغ زجطف غاحج ضص فدذغ ثجكذتج اصث غجصف سافجع.</translation>
    </message>
    <message>
        <source>Check the network cable or the Wi-Fi, and whether the Wi-Fi asks for a sign-in of its own.</source>
        <translation>تدجتز فدج صجفلضعز تابسج ضع فدج لذ-حذ, اصث لدجفدجع فدج لذ-حذ اغزغ حضع ا غذخص-ذص ضح ذفغ ضلص.</translation>
    </message>
    <message>
        <source>Check this device's date and time and press “Sync now”; if that does not help, please call technical support.</source>
        <translation>تدجتز فدذغ ثجكذتج'غ ثافج اصث فذشج اصث طعجغغ “غنصت صضل”; ذح فداف ثضجغ صضف دجسط, طسجاغج تاسس فجتدصذتاس غقططضعف.</translation>
    </message>
    <message>
        <source>Please call technical support.</source>
        <translation>طسجاغج تاسس فجتدصذتاس غقططضعف.</translation>
    </message>
    <message>
        <source>Please call technical support before the next patient.</source>
        <translation>طسجاغج تاسس فجتدصذتاس غقططضعف بجحضعج فدج صجمف طافذجصف.</translation>
    </message>
    <message>
        <source>It tries again by itself; if this stays, please call technical support.</source>
        <translation>ذف فعذجغ اخاذص بن ذفغجسح; ذح فدذغ غفانغ, طسجاغج تاسس فجتدصذتاس غقططضعف.</translation>
    </message>
    <message>
        <source>%1 min slow. Please have it set.</source>
        <translation>%1 شذص غسضل. طسجاغج داكج ذف غجف.</translation>
    </message>
    <message>
        <source>%1 min fast. Please have it set.</source>
        <translation>%1 شذص حاغف. طسجاغج داكج ذف غجف.</translation>
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
        <source>%1 waiting since %2</source>
        <translation>%1 لاذفذصخ غذصتج %2</translation>
    </message>
    <message>
        <source>None</source>
        <translation>صضصج</translation>
    </message>
    <message>
        <source>%1, the oldest since %2</source>
        <translation>%1, فدج ضسثجغف غذصتج %2</translation>
    </message>
    <message>
        <source>%1 stuck</source>
        <translation>%1 غفقتز</translation>
    </message>
    <message>
        <source>clock wrong</source>
        <translation>تسضتز لعضصخ</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>شاصاخجع</translation>
    </message>
    <message>
        <source>Receptionist</source>
        <translation>عجتجطفذضصذغف</translation>
    </message>
    <message>
        <source>May not sign in</source>
        <translation>شان صضف غذخص ذص</translation>
    </message>
    <message>
        <source>Locked out here</source>
        <translation>سضتزجث ضقف دجعج</translation>
    </message>
    <message>
        <source>Waits after wrong PINs</source>
        <translation>لاذفغ احفجع لعضصخ طذصغ</translation>
    </message>
    <message>
        <source>May sign in</source>
        <translation>شان غذخص ذص</translation>
    </message>
    <message>
        <source>The two are not the same. Please type the new PIN twice again.</source>
        <translation>فدج فلض اعج صضف فدج غاشج. طسجاغج فنطج فدج صجل طذص فلذتج اخاذص.</translation>
    </message>
    <message>
        <source>A PIN has 6 to 12 digits.</source>
        <translation>ا طذص داغ 6 فض 12 ثذخذفغ.</translation>
    </message>
    <message>
        <source>This PIN is too easy: not all digits the same, and none that count up or down.</source>
        <translation>فدذغ طذص ذغ فضض جاغن: صضف اسس ثذخذفغ فدج غاشج, اصث صضصج فداف تضقصف قط ضع ثضلص.</translation>
    </message>
    <message>
        <source>Your PIN now was not right. Please try again.</source>
        <translation>نضقع طذص صضل لاغ صضف عذخدف. طسجاغج فعن اخاذص.</translation>
    </message>
    <message>
        <source>This is the PIN that you have already. Please choose another.</source>
        <translation>فدذغ ذغ فدج طذص فداف نضق داكج اسعجاثن. طسجاغج تدضضغج اصضفدجع.</translation>
    </message>
    <message>
        <source>Enter the colleague's name, at most 80 letters.</source>
        <translation>جصفجع فدج تضسسجاخقج'غ صاشج, اف شضغف 80 سجففجعغ.</translation>
    </message>
    <message>
        <source>Somebody has this name already: add a letter, so that the door tells the two apart.</source>
        <translation>غضشجبضثن داغ فدذغ صاشج اسعجاثن: اثث ا سجففجع, غض فداف فدج ثضضع فجسسغ فدج فلض اطاعف.</translation>
    </message>
    <message>
        <source>The practice needs a manager. First make somebody else one.</source>
        <translation>فدج طعاتفذتج صججثغ ا شاصاخجع. حذعغف شازج غضشجبضثن جسغج ضصج.</translation>
    </message>
    <message>
        <source>Only a manager may do that.</source>
        <translation>ضصسن ا شاصاخجع شان ثض فداف.</translation>
    </message>
    <message>
        <source>This account is not there any more.</source>
        <translation>فدذغ اتتضقصف ذغ صضف فدجعج اصن شضعج.</translation>
    </message>
    <message>
        <source>%1 can sign in here now, and everywhere after the next sync.</source>
        <translation>%1 تاص غذخص ذص دجعج صضل, اصث جكجعنلدجعج احفجع فدج صجمف غنصت.</translation>
    </message>
    <message>
        <source>%1 has a new PIN. It holds here now, and everywhere after the next sync.</source>
        <translation>%1 داغ ا صجل طذص. ذف دضسثغ دجعج صضل, اصث جكجعنلدجعج احفجع فدج صجمف غنصت.</translation>
    </message>
    <message>
        <source>Your PIN is changed. It holds here now, and everywhere after the next sync.</source>
        <translation>نضقع طذص ذغ تداصخجث. ذف دضسثغ دجعج صضل, اصث جكجعنلدجعج احفجع فدج صجمف غنصت.</translation>
    </message>
    <message>
        <source>%1 is a manager now.</source>
        <translation>%1 ذغ ا شاصاخجع صضل.</translation>
    </message>
    <message>
        <source>%1 is a receptionist now.</source>
        <translation>%1 ذغ ا عجتجطفذضصذغف صضل.</translation>
    </message>
    <message>
        <source>%1 may no longer sign in here, and nowhere after the next sync.</source>
        <translation>%1 شان صض سضصخجع غذخص ذص دجعج, اصث صضلدجعج احفجع فدج صجمف غنصت.</translation>
    </message>
    <message>
        <source>%1 may sign in again.</source>
        <translation>%1 شان غذخص ذص اخاذص.</translation>
    </message>
</context>
<context>
    <name>StuckCover</name>
    <message>
        <source>Can the front desk help you?</source>
        <translation>تاص فدج حعضصف ثجغز دجسط نضق?</translation>
    </message>
    <message>
        <source>You have been at this step for a while. Please ask at the front desk: they are glad to help you.</source>
        <translation>نضق داكج بججص اف فدذغ غفجط حضع ا لدذسج. طسجاغج اغز اف فدج حعضصف ثجغز: فدجن اعج خساث فض دجسط نضق.</translation>
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
    <name>Support</name>
    <message>
        <source>PLEASE NOTE: %1 is able to assist you with technical support only. We can provide you with login assistance and we can help if you encounter difficulty when trying to accomplish a task in the portal. If you are a patient and have questions about your appointment, your bill, your medical care, or the contents of a message you received on the portal, please contact your practice directly as %1 is unable to answer questions related to the service you receive at your doctor's office.</source>
        <translation>طسجاغج صضفج: %1 ذغ ابسج فض اغغذغف نضق لذفد فجتدصذتاس غقططضعف ضصسن. لج تاص طعضكذثج نضق لذفد سضخذص اغغذغفاصتج اصث لج تاص دجسط ذح نضق جصتضقصفجع ثذححذتقسفن لدجص فعنذصخ فض اتتضشطسذغد ا فاغز ذص فدج طضعفاس. ذح نضق اعج ا طافذجصف اصث داكج ظقجغفذضصغ ابضقف نضقع اططضذصفشجصف, نضقع بذسس, نضقع شجثذتاس تاعج, ضع فدج تضصفجصفغ ضح ا شجغغاخج نضق عجتجذكجث ضص فدج طضعفاس, طسجاغج تضصفاتف نضقع طعاتفذتج ثذعجتفسن اغ %1 ذغ قصابسج فض اصغلجع ظقجغفذضصغ عجسافجث فض فدج غجعكذتج نضق عجتجذكج اف نضقع ثضتفضع'غ ضححذتج.</translation>
    </message>
    <message>
        <source>In an emergency call 911.</source>
        <translation>ذص اص جشجعخجصتن تاسس 911.</translation>
    </message>
    <message>
        <source>I forgot my user ID</source>
        <translation>ذ حضعخضف شن قغجع ذث</translation>
    </message>
    <message>
        <source>I forgot my password</source>
        <translation>ذ حضعخضف شن طاغغلضعث</translation>
    </message>
    <message>
        <source>I don't remember my secret question</source>
        <translation>ذ ثضص'ف عجشجشبجع شن غجتعجف ظقجغفذضص</translation>
    </message>
    <message>
        <source>My email address has changed</source>
        <translation>شن جشاذس اثثعجغغ داغ تداصخجث</translation>
    </message>
    <message>
        <source>I cannot sign up</source>
        <translation>ذ تاصصضف غذخص قط</translation>
    </message>
    <message>
        <source>Something else about the portal</source>
        <translation>غضشجفدذصخ جسغج ابضقف فدج طضعفاس</translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message>
        <source>Sync status</source>
        <translation>غنصت غفافقغ</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>غنصت صضل</translation>
    </message>
    <message>
        <source>Last synced</source>
        <translation>ساغف غنصتجث</translation>
    </message>
    <message>
        <source>Records waiting</source>
        <translation>عجتضعثغ لاذفذصخ</translation>
    </message>
    <message>
        <source>Records stuck</source>
        <translation>عجتضعثغ غفقتز</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>تسضتز</translation>
    </message>
    <message>
        <source>What waits is kept safe on this device and is sent by itself as soon as it can.</source>
        <translation>لداف لاذفغ ذغ زجطف غاحج ضص فدذغ ثجكذتج اصث ذغ غجصف بن ذفغجسح اغ غضضص اغ ذف تاص.</translation>
    </message>
    <message>
        <source>Trying now …</source>
        <translation>فعنذصخ صضل …</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>ضصج شضشجصف …</translation>
    </message>
    <message>
        <source>%1. The portal did not take them. Please call technical support.</source>
        <translation>%1. فدج طضعفاس ثذث صضف فازج فدجش. طسجاغج تاسس فجتدصذتاس غقططضعف.</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>صجكجع</translation>
    </message>
    <message>
        <source>This device's storage does not work. Please call technical support.</source>
        <translation>فدذغ ثجكذتج'غ غفضعاخج ثضجغ صضف لضعز. طسجاغج تاسس فجتدصذتاس غقططضعف.</translation>
    </message>
</context>
<context>
    <name>TaskCard</name>
    <message>
        <source>Date of birth</source>
        <translation>ثافج ضح بذعفد</translation>
    </message>
    <message>
        <source>ZIP code</source>
        <translation>هذط تضثج</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>جشاذس</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>طدضصج</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>ذصكذفافذضص</translation>
    </message>
    <message>
        <source>typed %1 · the invitation says %2</source>
        <translation>فنطجث %1 · فدج ذصكذفافذضص غانغ %2</translation>
    </message>
</context>
<context>
    <name>TaskModel</name>
    <message>
        <source>born %1</source>
        <translation>بضعص %1</translation>
    </message>
    <message>
        <source>Waiting since %1</source>
        <translation>لاذفذصخ غذصتج %1</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>غذصتج %1</translation>
    </message>
</context>
<context>
    <name>TaskWords</name>
    <message>
        <source>%1 invitations</source>
        <translation>%1 ذصكذفافذضصغ</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>فدذغ تضشطقفجع</translation>
    </message>
    <message>
        <source>A tablet</source>
        <translation>ا فابسجف</translation>
    </message>
    <message>
        <source>One of your devices</source>
        <translation>ضصج ضح نضقع ثجكذتجغ</translation>
    </message>
    <message>
        <source>No name yet</source>
        <translation>صض صاشج نجف</translation>
    </message>
    <message>
        <source>Photo ID checked – go on</source>
        <translation>طدضفض ذث تدجتزجث – خض ضص</translation>
    </message>
    <message>
        <source>Go on without the code</source>
        <translation>خض ضص لذفدضقف فدج تضثج</translation>
    </message>
    <message>
        <source>Photo ID checked – correct the invitation</source>
        <translation>طدضفض ذث تدجتزجث – تضععجتف فدج ذصكذفافذضص</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>صضف صضل</translation>
    </message>
    <message>
        <source>Same person – send the reminder</source>
        <translation>غاشج طجعغضص – غجصث فدج عجشذصثجع</translation>
    </message>
    <message>
        <source>Another person – go on</source>
        <translation>اصضفدجع طجعغضص – خض ضص</translation>
    </message>
    <message>
        <source>Done – take it off the list</source>
        <translation>ثضصج – فازج ذف ضحح فدج سذغف</translation>
    </message>
    <message>
        <source>Done – called back</source>
        <translation>ثضصج – تاسسجث باتز</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>ثجتسذصج</translation>
    </message>
    <message>
        <source>Mail the link again</source>
        <translation>شاذس فدج سذصز اخاذص</translation>
    </message>
    <message>
        <source>Mail a new code</source>
        <translation>شاذس ا صجل تضثج</translation>
    </message>
    <message>
        <source>Print a new slip</source>
        <translation>طعذصف ا صجل غسذط</translation>
    </message>
    <message>
        <source>Show the invitations</source>
        <translation>غدضل فدج ذصكذفافذضصغ</translation>
    </message>
    <message>
        <source>Change the email address</source>
        <translation>تداصخج فدج جشاذس اثثعجغغ</translation>
    </message>
    <message>
        <source>Open the account</source>
        <translation>ضطجص فدج اتتضقصف</translation>
    </message>
    <message>
        <source>This device's storage does not work. Please call technical support.</source>
        <translation>فدذغ ثجكذتج'غ غفضعاخج ثضجغ صضف لضعز. طسجاغج تاسس فجتدصذتاس غقططضعف.</translation>
    </message>
    <message>
        <source>First finish the slip under “Enroll a patient”: its code stands nowhere else.</source>
        <translation>حذعغف حذصذغد فدج غسذط قصثجع “جصعضسس ا طافذجصف”: ذفغ تضثج غفاصثغ صضلدجعج جسغج.</translation>
    </message>
    <message>
        <source>Photo ID checked – correct and print a slip</source>
        <translation>طدضفض ذث تدجتزجث – تضععجتف اصث طعذصف ا غسذط</translation>
    </message>
    <message>
        <source>The details are wrong – new invitation</source>
        <translation>فدج ثجفاذسغ اعج لعضصخ – صجل ذصكذفافذضص</translation>
    </message>
    <message>
        <source>Make a new invitation</source>
        <translation>شازج ا صجل ذصكذفافذضص</translation>
    </message>
    <message>
        <source>Print new slips for all %1</source>
        <translation>طعذصف صجل غسذطغ حضع اسس %1</translation>
    </message>
    <message>
        <source>Open the sync status</source>
        <translation>ضطجص فدج غنصت غفافقغ</translation>
    </message>
    <message>
        <source>First finish the slips under “Day sheet”: new ones would make their codes void.</source>
        <translation>حذعغف حذصذغد فدج غسذطغ قصثجع “ثان غدججف”: صجل ضصجغ لضقسث شازج فدجذع تضثجغ كضذث.</translation>
    </message>
    <message>
        <source>Their slips were printed or mailed meanwhile.</source>
        <translation>فدجذع غسذطغ لجعج طعذصفجث ضع شاذسجث شجاصلدذسج.</translation>
    </message>
    <message>
        <source>No new slip was made: the invitation was used or withdrawn, or this computer is not connected.</source>
        <translation>صض صجل غسذط لاغ شاثج: فدج ذصكذفافذضص لاغ قغجث ضع لذفدثعالص, ضع فدذغ تضشطقفجع ذغ صضف تضصصجتفجث.</translation>
    </message>
    <message>
        <source>Driver's license</source>
        <translation>ثعذكجع'غ سذتجصغج</translation>
    </message>
    <message>
        <source>State ID</source>
        <translation>غفافج ذث</translation>
    </message>
    <message>
        <source>Passport</source>
        <translation>طاغغطضعف</translation>
    </message>
    <message>
        <source>Other photo ID</source>
        <translation>ضفدجع طدضفض ذث</translation>
    </message>
    <message>
        <source>Has no email address.</source>
        <translation>داغ صض جشاذس اثثعجغغ.</translation>
    </message>
    <message>
        <source>Has no US ZIP code.</source>
        <translation>داغ صض قغ هذط تضثج.</translation>
    </message>
    <message>
        <source>Is too young to sign up alone.</source>
        <translation>ذغ فضض نضقصخ فض غذخص قط اسضصج.</translation>
    </message>
    <message>
        <source>Was invited, but does not have the activation code.</source>
        <translation>لاغ ذصكذفجث, بقف ثضجغ صضف داكج فدج اتفذكافذضص تضثج.</translation>
    </message>
    <message>
        <source>Says that the account we found is not theirs.</source>
        <translation>غانغ فداف فدج اتتضقصف لج حضقصث ذغ صضف فدجذعغ.</translation>
    </message>
    <message>
        <source>Asks for the front desk.</source>
        <translation>اغزغ حضع فدج حعضصف ثجغز.</translation>
    </message>
    <message>
        <source>The invitation has another date of birth.</source>
        <translation>فدج ذصكذفافذضص داغ اصضفدجع ثافج ضح بذعفد.</translation>
    </message>
    <message>
        <source>The invitation has another ZIP code.</source>
        <translation>فدج ذصكذفافذضص داغ اصضفدجع هذط تضثج.</translation>
    </message>
    <message>
        <source>Date of birth or ZIP code did not agree with the invitation.</source>
        <translation>ثافج ضح بذعفد ضع هذط تضثج ثذث صضف اخعجج لذفد فدج ذصكذفافذضص.</translation>
    </message>
    <message>
        <source>The invitation has another date of birth and ZIP code.</source>
        <translation>فدج ذصكذفافذضص داغ اصضفدجع ثافج ضح بذعفد اصث هذط تضثج.</translation>
    </message>
    <message>
        <source>Asks to be called back about the user ID.</source>
        <translation>اغزغ فض بج تاسسجث باتز ابضقف فدج قغجع ذث.</translation>
    </message>
    <message>
        <source>Asks to be called back about the password.</source>
        <translation>اغزغ فض بج تاسسجث باتز ابضقف فدج طاغغلضعث.</translation>
    </message>
    <message>
        <source>Asks to be called back about the secret question.</source>
        <translation>اغزغ فض بج تاسسجث باتز ابضقف فدج غجتعجف ظقجغفذضص.</translation>
    </message>
    <message>
        <source>Asks to be called back about the email address.</source>
        <translation>اغزغ فض بج تاسسجث باتز ابضقف فدج جشاذس اثثعجغغ.</translation>
    </message>
    <message>
        <source>Asks to be called back about the sign-up.</source>
        <translation>اغزغ فض بج تاسسجث باتز ابضقف فدج غذخص-قط.</translation>
    </message>
    <message>
        <source>Asks to be called back.</source>
        <translation>اغزغ فض بج تاسسجث باتز.</translation>
    </message>
    <message>
        <source>The user ID was taken meanwhile. We mailed a link to choose another one.</source>
        <translation>فدج قغجع ذث لاغ فازجص شجاصلدذسج. لج شاذسجث ا سذصز فض تدضضغج اصضفدجع ضصج.</translation>
    </message>
    <message>
        <source>The user ID was taken meanwhile, and there is no email to send a link to: print a one-time slip at the account, and the patient chooses another one.</source>
        <translation>فدج قغجع ذث لاغ فازجص شجاصلدذسج, اصث فدجعج ذغ صض جشاذس فض غجصث ا سذصز فض: طعذصف ا ضصج-فذشج غسذط اف فدج اتتضقصف, اصث فدج طافذجصف تدضضغجغ اصضفدجع ضصج.</translation>
    </message>
    <message>
        <source>The details were typed wrong too often: the code is void. Compare them with the photo ID.</source>
        <translation>فدج ثجفاذسغ لجعج فنطجث لعضصخ فضض ضحفجص: فدج تضثج ذغ كضذث. تضشطاعج فدجش لذفد فدج طدضفض ذث.</translation>
    </message>
    <message>
        <source>This person has an account already.</source>
        <translation>فدذغ طجعغضص داغ اص اتتضقصف اسعجاثن.</translation>
    </message>
    <message>
        <source>Was invited, but signed up without the activation code.</source>
        <translation>لاغ ذصكذفجث, بقف غذخصجث قط لذفدضقف فدج اتفذكافذضص تضثج.</translation>
    </message>
    <message>
        <source>Somebody almost the same has an account already.</source>
        <translation>غضشجبضثن اسشضغف فدج غاشج داغ اص اتتضقصف اسعجاثن.</translation>
    </message>
    <message>
        <source>Somebody similar has an account already.</source>
        <translation>غضشجبضثن غذشذساع داغ اص اتتضقصف اسعجاثن.</translation>
    </message>
    <message>
        <source>The invitation had been used already, for this account.</source>
        <translation>فدج ذصكذفافذضص داث بججص قغجث اسعجاثن, حضع فدذغ اتتضقصف.</translation>
    </message>
    <message>
        <source>The invitation had been used already.</source>
        <translation>فدج ذصكذفافذضص داث بججص قغجث اسعجاثن.</translation>
    </message>
    <message>
        <source>The invitation had expired.</source>
        <translation>فدج ذصكذفافذضص داث جمطذعجث.</translation>
    </message>
    <message>
        <source>The invitation had been withdrawn.</source>
        <translation>فدج ذصكذفافذضص داث بججص لذفدثعالص.</translation>
    </message>
    <message>
        <source>The mail with the invitation could not be delivered.</source>
        <translation>فدج شاذس لذفد فدج ذصكذفافذضص تضقسث صضف بج ثجسذكجعجث.</translation>
    </message>
    <message>
        <source>A mail could not be delivered. Ask the patient for another email address.</source>
        <translation>ا شاذس تضقسث صضف بج ثجسذكجعجث. اغز فدج طافذجصف حضع اصضفدجع جشاذس اثثعجغغ.</translation>
    </message>
    <message>
        <source>Something a patient entered there could not be delivered. Please call technical support.</source>
        <translation>غضشجفدذصخ ا طافذجصف جصفجعجث فدجعج تضقسث صضف بج ثجسذكجعجث. طسجاغج تاسس فجتدصذتاس غقططضعف.</translation>
    </message>
    <message>
        <source>A record from there is safe, but the portal could not finish it yet. Please call technical support.</source>
        <translation>ا عجتضعث حعضش فدجعج ذغ غاحج, بقف فدج طضعفاس تضقسث صضف حذصذغد ذف نجف. طسجاغج تاسس فجتدصذتاس غقططضعف.</translation>
    </message>
    <message>
        <source>Its record of what staff did was changed or cut short. Please call technical support.</source>
        <translation>ذفغ عجتضعث ضح لداف غفاحح ثذث لاغ تداصخجث ضع تقف غدضعف. طسجاغج تاسس فجتدصذتاس غقططضعف.</translation>
    </message>
    <message>
        <source>Their slips were neither printed nor mailed.</source>
        <translation>فدجذع غسذطغ لجعج صجذفدجع طعذصفجث صضع شاذسجث.</translation>
    </message>
    <message>
        <source>The slip was neither printed nor mailed.</source>
        <translation>فدج غسذط لاغ صجذفدجع طعذصفجث صضع شاذسجث.</translation>
    </message>
    <message>
        <source>One record could not be delivered. Please call technical support.</source>
        <translation>ضصج عجتضعث تضقسث صضف بج ثجسذكجعجث. طسجاغج تاسس فجتدصذتاس غقططضعف.</translation>
    </message>
    <message>
        <source>%1 records could not be delivered. Please call technical support.</source>
        <translation>%1 عجتضعثغ تضقسث صضف بج ثجسذكجعجث. طسجاغج تاسس فجتدصذتاس غقططضعف.</translation>
    </message>
    <message>
        <source>Please have a look.</source>
        <translation>طسجاغج داكج ا سضضز.</translation>
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
<context>
    <name>TwinNotice</name>
    <message>
        <source>Open</source>
        <translation>ضطجص</translation>
    </message>
    <message>
        <source>%1 already has an account. An invitation is seldom needed.</source>
        <translation>%1 اسعجاثن داغ اص اتتضقصف. اص ذصكذفافذضص ذغ غجسثضش صججثجث.</translation>
    </message>
    <message>
        <source>Already invited on %1 (%2). A second invitation is seldom needed.</source>
        <translation>اسعجاثن ذصكذفجث ضص %1 (%2). ا غجتضصث ذصكذفافذضص ذغ غجسثضش صججثجث.</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>This tablet is not ready. Please see the front desk.</source>
        <translation>فدذغ فابسجف ذغ صضف عجاثن. طسجاغج غجج فدج حعضصف ثجغز.</translation>
    </message>
    <message>
        <source>Staff: enter the passphrase of this device.</source>
        <translation>غفاحح: جصفجع فدج طاغغطدعاغج ضح فدذغ ثجكذتج.</translation>
    </message>
    <message>
        <source>Staff passphrase</source>
        <translation>غفاحح طاغغطدعاغج</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>قصسضتز</translation>
    </message>
    <message>
        <source>Enter the passphrase</source>
        <translation>جصفجع فدج طاغغطدعاغج</translation>
    </message>
</context>
<context>
    <name>UserIdSentPage</name>
    <message>
        <source>Your User ID will be sent to your email address.</source>
        <translation>نضقع قغجع ذث لذسس بج غجصف فض نضقع جشاذس اثثعجغغ.</translation>
    </message>
    <message>
        <source>If your answers are right, the mail comes in a few minutes. Nothing there? Look into the junk mail, try once more, chat with us under “Need Help?”, or ask the front desk.</source>
        <translation>ذح نضقع اصغلجعغ اعج عذخدف, فدج شاذس تضشجغ ذص ا حجل شذصقفجغ. صضفدذصخ فدجعج? سضضز ذصفض فدج رقصز شاذس, فعن ضصتج شضعج, تداف لذفد قغ قصثجع “صججث دجسط?”, ضع اغز فدج حعضصف ثجغز.</translation>
    </message>
</context>
<context>
    <name>VerifyPhonePage</name>
    <message>
        <source>Verify by Phone Number</source>
        <translation>كجعذحن بن طدضصج صقشبجع</translation>
    </message>
    <message>
        <source>Your information closely matches an existing portal account. Type the phone number of that account. If it is on file, we send a text message with a code of 6 digits to it.</source>
        <translation>نضقع ذصحضعشافذضص تسضغجسن شافتدجغ اص جمذغفذصخ طضعفاس اتتضقصف. فنطج فدج طدضصج صقشبجع ضح فداف اتتضقصف. ذح ذف ذغ ضص حذسج, لج غجصث ا فجمف شجغغاخج لذفد ا تضثج ضح 6 ثذخذفغ فض ذف.</translation>
    </message>
    <message>
        <source>Phone number of that account</source>
        <translation>طدضصج صقشبجع ضح فداف اتتضقصف</translation>
    </message>
    <message>
        <source>With the area code, for example 555 010 1234</source>
        <translation>لذفد فدج اعجا تضثج, حضع جماشطسج 555 010 1234</translation>
    </message>
    <message>
        <source>This is not me</source>
        <translation>فدذغ ذغ صضف شج</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome to %1</source>
        <translation>لجستضشج فض %1</translation>
    </message>
    <message>
        <source>Here you can get your patient portal account. It takes a few minutes.</source>
        <translation>دجعج نضق تاص خجف نضقع طافذجصف طضعفاس اتتضقصف. ذف فازجغ ا حجل شذصقفجغ.</translation>
    </message>
    <message>
        <source>Create An Account</source>
        <translation>تعجافج اص اتتضقصف</translation>
    </message>
    <message>
        <source>I have an invitation</source>
        <translation>ذ داكج اص ذصكذفافذضص</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>سضخ ذص</translation>
    </message>
    <message>
        <source>forgot your user ID?</source>
        <translation>حضعخضف نضقع قغجع ذث?</translation>
    </message>
    <message>
        <source>forgot your password?</source>
        <translation>حضعخضف نضقع طاغغلضعث?</translation>
    </message>
    <message>
        <source>Need Help?</source>
        <translation>صججث دجسط?</translation>
    </message>
    <message>
        <source>You have a code on paper or on your phone? If you see a scanner here, hold the code under it.</source>
        <translation>نضق داكج ا تضثج ضص طاطجع ضع ضص نضقع طدضصج? ذح نضق غجج ا غتاصصجع دجعج, دضسث فدج تضثج قصثجع ذف.</translation>
    </message>
</context>
<context>
    <name>Workplace</name>
    <message>
        <source>Hand over</source>
        <translation>داصث ضكجع</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>سضتز</translation>
    </message>
    <message>
        <source>Patient screens</source>
        <translation>طافذجصف غتعججصغ</translation>
    </message>
    <message>
        <source>%1 waiting at the tablet</source>
        <translation>%1 لاذفذصخ اف فدج فابسجف</translation>
    </message>
</context>
<context>
    <name>_Bubble</name>
    <message>
        <source>You · not sent</source>
        <translation>نضق · صضف غجصف</translation>
    </message>
    <message>
        <source>You · on its way</source>
        <translation>نضق · ضص ذفغ لان</translation>
    </message>
    <message>
        <source>You</source>
        <translation>نضق</translation>
    </message>
</context>
</TS>
