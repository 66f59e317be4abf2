<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en_US">
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
        <source>Your own name (parent, guardian or caregiver)</source>
        <translation>نضقع ضلص صاشج (طاعجصف, خقاعثذاص ضع تاعجخذكجع)</translation>
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
        <source>Email address</source>
        <translation>جشاذس اثثعجغغ</translation>
    </message>
    <message>
        <source>We send a message here when the account is ready.</source>
        <translation>لج غجصث ا شجغغاخج دجعج لدجص فدج اتتضقصف ذغ عجاثن.</translation>
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
        <source>This device cannot store its files. Nothing was enrolled.</source>
        <translation>فدذغ ثجكذتج تاصصضف غفضعج ذفغ حذسجغ. صضفدذصخ لاغ جصعضسسجث.</translation>
    </message>
    <message>
        <source>This did not work. Nothing was enrolled: please try again.</source>
        <translation>فدذغ ثذث صضف لضعز. صضفدذصخ لاغ جصعضسسجث: طسجاغج فعن اخاذص.</translation>
    </message>
</context>
<context>
    <name>EnrollForm</name>
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
</context>
<context>
    <name>Help</name>
    <message>
        <source>Need Help?</source>
        <translation>صججث دجسط?</translation>
    </message>
    <message>
        <source>We're here for you!</source>
        <translation>لج'عج دجعج حضع نضق!</translation>
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
        <source>1. Press "Create An Account."
2. Enter your name, date of birth, zip code and email. Press "Continue."
3. Complete all required questions and create a unique user ID and password for your account. Press "Create Account."
4. Congratulations! You have an account.</source>
        <translation>1. طعجغغ "تعجافج اص اتتضقصف."
2. جصفجع نضقع صاشج, ثافج ضح بذعفد, هذط تضثج اصث جشاذس. طعجغغ "تضصفذصقج."
3. تضشطسجفج اسس عجظقذعجث ظقجغفذضصغ اصث تعجافج ا قصذظقج قغجع ذث اصث طاغغلضعث حضع نضقع اتتضقصف. طعجغغ "تعجافج اتتضقصف."
4. تضصخعافقسافذضصغ! نضق داكج اص اتتضقصف.</translation>
    </message>
    <message>
        <source>My practice sent me an invitation to join the patient portal. Now what?</source>
        <translation>شن طعاتفذتج غجصف شج اص ذصكذفافذضص فض رضذص فدج طافذجصف طضعفاس. صضل لداف?</translation>
    </message>
    <message>
        <source>1. Press "I have an invitation" and scan or type the code.
2. Enter your date of birth and zip code to activate your account. Press "Continue."
3. Create a unique user ID and password for your account. Press "Create Account."</source>
        <translation>1. طعجغغ "ذ داكج اص ذصكذفافذضص" اصث غتاص ضع فنطج فدج تضثج.
2. جصفجع نضقع ثافج ضح بذعفد اصث هذط تضثج فض اتفذكافج نضقع اتتضقصف. طعجغغ "تضصفذصقج."
3. تعجافج ا قصذظقج قغجع ذث اصث طاغغلضعث حضع نضقع اتتضقصف. طعجغغ "تعجافج اتتضقصف."</translation>
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
        <source>Still need help?</source>
        <translation>غفذسس صججث دجسط?</translation>
    </message>
    <message>
        <source>Ask the front desk. They also help if you forgot your user ID or your password. In an emergency call 911.</source>
        <translation>اغز فدج حعضصف ثجغز. فدجن اسغض دجسط ذح نضق حضعخضف نضقع قغجع ذث ضع نضقع طاغغلضعث. ذص اص جشجعخجصتن تاسس 911.</translation>
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
        <source>Search name or invitation number</source>
        <translation>غجاعتد صاشج ضع ذصكذفافذضص صقشبجع</translation>
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
        <source>No invitations today.</source>
        <translation>صض ذصكذفافذضصغ فضثان.</translation>
    </message>
    <message>
        <source>Nobody in today's list fits.</source>
        <translation>صضبضثن ذص فضثان'غ سذغف حذفغ.</translation>
    </message>
    <message>
        <source>Press a row to see the whole date of birth.</source>
        <translation>طعجغغ ا عضل فض غجج فدج لدضسج ثافج ضح بذعفد.</translation>
    </message>
    <message>
        <source>%1 · %2 · born %3 · %4, made %5, expires %6</source>
        <translation>%1 · %2 · بضعص %3 · %4, شاثج %5, جمطذعجغ %6</translation>
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
    <name>NotReadyPage</name>
    <message>
        <source>This tablet is not ready. Please see the front desk.</source>
        <translation>فدذغ فابسجف ذغ صضف عجاثن. طسجاغج غجج فدج حعضصف ثجغز.</translation>
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
        <source>Somebody else has this user ID. Your answers are safe: the desk helps you choose another.</source>
        <translation>غضشجبضثن جسغج داغ فدذغ قغجع ذث. نضقع اصغلجعغ اعج غاحج: فدج ثجغز دجسطغ نضق تدضضغج اصضفدجع.</translation>
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
    <name>Page</name>
    <message>
        <source>Continue</source>
        <translation>تضصفذصقج</translation>
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
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Close help</source>
        <translation>تسضغج دجسط</translation>
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
</context>
<context>
    <name>SlipStep</name>
    <message>
        <source>Invitation %1 is made</source>
        <translation>ذصكذفافذضص %1 ذغ شاثج</translation>
    </message>
    <message>
        <source>The activation code stands on paper only. Fold the slip so that it lies inside.</source>
        <translation>فدج اتفذكافذضص تضثج غفاصثغ ضص طاطجع ضصسن. حضسث فدج غسذط غض فداف ذف سذجغ ذصغذثج.</translation>
    </message>
    <message>
        <source>The slip could not be saved or not be read back. The invitation stays. Please try again.</source>
        <translation>فدج غسذط تضقسث صضف بج غاكجث ضع صضف بج عجاث باتز. فدج ذصكذفافذضص غفانغ. طسجاغج فعن اخاذص.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>فعن اخاذص</translation>
    </message>
    <message>
        <source>Save slip as PDF</source>
        <translation>غاكج غسذط اغ طثح</translation>
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
        <source>One moment …</source>
        <translation>ضصج شضشجصف …</translation>
    </message>
    <message>
        <source>Saved, and its QR code was read back: %1</source>
        <translation>غاكجث, اصث ذفغ ظع تضثج لاغ عجاث باتز: %1</translation>
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
        <source>Keep it open</source>
        <translation>زججط ذف ضطجص</translation>
    </message>
    <message>
        <source>Close the kiosk</source>
        <translation>تسضغج فدج زذضغز</translation>
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
        <source>This device has not synced yet.</source>
        <translation>فدذغ ثجكذتج داغ صضف غنصتجث نجف.</translation>
    </message>
    <message>
        <source>The last sync that worked was at %1.</source>
        <translation>فدج ساغف غنصت فداف لضعزجث لاغ اف %1.</translation>
    </message>
    <message>
        <source>%1 stuck: the portal did not take them. Please call technical support.</source>
        <translation>%1 غفقتز: فدج طضعفاس ثذث صضف فازج فدجش. طسجاغج تاسس فجتدصذتاس غقططضعف.</translation>
    </message>
    <message>
        <source>This device's storage does not work. Please call technical support.</source>
        <translation>فدذغ ثجكذتج'غ غفضعاخج ثضجغ صضف لضعز. طسجاغج تاسس فجتدصذتاس غقططضعف.</translation>
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
        <source>This passphrase does not open this device.</source>
        <translation>فدذغ طاغغطدعاغج ثضجغ صضف ضطجص فدذغ ثجكذتج.</translation>
    </message>
    <message>
        <source>This did not work. Please try again.</source>
        <translation>فدذغ ثذث صضف لضعز. طسجاغج فعن اخاذص.</translation>
    </message>
    <message>
        <source>Enter the passphrase</source>
        <translation>جصفجع فدج طاغغطدعاغج</translation>
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
        <source>Lock</source>
        <translation>سضتز</translation>
    </message>
    <message>
        <source>Patient screens</source>
        <translation>طافذجصف غتعججصغ</translation>
    </message>
    <message>
        <source>Close the kiosk</source>
        <translation>تسضغج فدج زذضغز</translation>
    </message>
</context>
</TS>
