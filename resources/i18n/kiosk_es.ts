<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en_US">
<context>
    <name>AboutCard</name>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>portal-kiosk, version %1</source>
        <translation>portal-kiosk, versión %1</translation>
    </message>
    <message>
        <source>Free software under Apache-2.0, with fonts, icons and Qt under their own licences.</source>
        <translation>Software libre bajo la licencia Apache-2.0; las fuentes, los íconos y Qt tienen sus propias licencias.</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licencias</translation>
    </message>
</context>
<context>
    <name>AboutYouPage</name>
    <message>
        <source>Create An Account</source>
        <translation>Crear una cuenta</translation>
    </message>
    <message>
        <source>As on your ID or insurance card</source>
        <translation>Como en su identificación o tarjeta del seguro</translation>
    </message>
    <message>
        <source>Now about the patient</source>
        <translation>Ahora, los datos del paciente</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Apellido</translation>
    </message>
    <message>
        <source>I have only one name</source>
        <translation>Tengo un solo nombre</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Fecha de nacimiento</translation>
    </message>
    <message>
        <source>ZIP code</source>
        <translation>Código postal (ZIP)</translation>
    </message>
    <message>
        <source>I have no US ZIP</source>
        <translation>No tengo código postal de Estados Unidos</translation>
    </message>
    <message>
        <source>Email address</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>We send a message here when the account is ready.</source>
        <translation>Aquí le avisamos cuando la cuenta esté lista.</translation>
    </message>
    <message>
        <source>I have no email</source>
        <translation>No tengo correo electrónico</translation>
    </message>
</context>
<context>
    <name>AccountCard</name>
    <message>
        <source>Mail a link to reset the password</source>
        <translation>Enviar enlace de contraseña</translation>
    </message>
    <message>
        <source>Print a one-time slip</source>
        <translation>Imprimir una hoja de un solo uso</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>New email address</source>
        <translation>Correo electrónico nuevo</translation>
    </message>
    <message>
        <source>Change the email address</source>
        <translation>Cambiar el correo electrónico</translation>
    </message>
    <message>
        <source>None yet: the patient chooses one with a one-time slip</source>
        <translation>Aún ninguno: el paciente lo elige con una hoja de un solo uso</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Fecha de nacimiento</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>Nombre de usuario</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloqueo</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identidad</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Un momento …</translation>
    </message>
</context>
<context>
    <name>AccountFor</name>
    <message>
        <source>PLEASE NOTE: Parents or guardians must create individual accounts for each child. Every patient must have their own account. Due to new regulations, accounts cannot be shared.</source>
        <translation>ATENCIÓN: Los padres o tutores deben crear una cuenta individual para cada niño. Cada paciente debe tener su propia cuenta. Por nuevas normas, las cuentas no se pueden compartir.</translation>
    </message>
    <message>
        <source>Who is this account for?</source>
        <translation>¿Para quién es esta cuenta?</translation>
    </message>
    <message>
        <source>Your own name (parent, guardian or caregiver)</source>
        <translation>Su propio nombre (madre, padre, tutor o cuidador)</translation>
    </message>
</context>
<context>
    <name>AccountModel</name>
    <message>
        <source>Patient</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Nacimiento</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Photo ID checked</source>
        <translation>Identificación</translation>
    </message>
</context>
<context>
    <name>AccountWords</name>
    <message>
        <source>Locked</source>
        <translation>Bloqueada</translation>
    </message>
    <message>
        <source>No user ID yet</source>
        <translation>Sin nombre de usuario</translation>
    </message>
    <message>
        <source>No email</source>
        <translation>Sin correo electrónico</translation>
    </message>
    <message>
        <source>Email not confirmed</source>
        <translation>Correo sin confirmar</translation>
    </message>
    <message>
        <source>Locked until there is a new password</source>
        <translation>Bloqueada hasta que haya una contraseña nueva</translation>
    </message>
    <message>
        <source>Locked until %1</source>
        <translation>Bloqueada hasta: %1</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>%1, not confirmed yet</source>
        <translation>%1, aún sin confirmar</translation>
    </message>
    <message>
        <source>Nobody has checked a photo ID yet</source>
        <translation>Nadie ha revisado todavía una identificación con foto</translation>
    </message>
    <message>
        <source>Another kind of photo ID checked on %1</source>
        <translation>Otro tipo de identificación con foto, revisada el %1</translation>
    </message>
    <message>
        <source>Photo ID checked on %1</source>
        <translation>Identificación con foto revisada el %1</translation>
    </message>
    <message>
        <source>This account has no confirmed email address. Print a one-time slip instead.</source>
        <translation>Esta cuenta no tiene un correo confirmado. En su lugar, imprima una hoja de un solo uso.</translation>
    </message>
    <message>
        <source>Too often for this account. Please wait until %1.</source>
        <translation>Se pidió demasiadas veces para esta cuenta. Espere hasta: %1.</translation>
    </message>
    <message>
        <source>Too often for this account. Please try again later.</source>
        <translation>Se pidió demasiadas veces para esta cuenta. Intente de nuevo más tarde.</translation>
    </message>
    <message>
        <source>The portal did not take this: the account or your sign-in has changed. Search again.</source>
        <translation>El portal no lo aceptó: la cuenta o el acceso de usted ha cambiado. Busque otra vez.</translation>
    </message>
    <message>
        <source>Not connected: the portal did not answer. Nothing is lost. Please try again.</source>
        <translation>Sin conexión: el portal no respondió. No se perdió nada. Intente de nuevo.</translation>
    </message>
    <message>
        <source>The link is on its way to %1.</source>
        <translation>El enlace va en camino a %1.</translation>
    </message>
    <message>
        <source>The one-time slip is made.</source>
        <translation>La hoja de un solo uso está creada.</translation>
    </message>
    <message>
        <source>A link is on its way to %1. Once the patient has opened it, this is the account&apos;s address.</source>
        <translation>Un enlace va en camino a %1. Cuando el paciente lo abra, esa será la dirección de la cuenta.</translation>
    </message>
    <message>
        <source>Unlocked. The patient can try again.</source>
        <translation>Desbloqueada. El paciente puede intentar de nuevo.</translation>
    </message>
</context>
<context>
    <name>AccountsPage</name>
    <message>
        <source>Accounts</source>
        <translation>Cuentas</translation>
    </message>
    <message>
        <source>Search name or date of birth</source>
        <translation>Buscar nombre o fecha de nacimiento</translation>
    </message>
    <message>
        <source>Accounts found</source>
        <translation>Cuentas encontradas</translation>
    </message>
    <message>
        <source>Not connected. Accounts are kept at the portal and can be opened as soon as this device is connected again. Invitations and slips go on meanwhile.</source>
        <translation>Sin conexión. Las cuentas están en el portal y se podrán abrir en cuanto este equipo tenga conexión otra vez. Mientras tanto, puede seguir con las invitaciones y las hojas.</translation>
    </message>
    <message>
        <source>This device&apos;s storage does not work. Please call technical support.</source>
        <translation>La memoria de este equipo no funciona. Llame al soporte técnico.</translation>
    </message>
    <message>
        <source>First finish the slip under “Enroll a patient”: its code stands nowhere else.</source>
        <translation>Termine primero la hoja en “Inscribir a un paciente”: su código no está en ningún otro lugar.</translation>
    </message>
    <message>
        <source>The portal did not answer. What you typed stays; please try again.</source>
        <translation>El portal no respondió. Lo que escribió se queda; intente de nuevo.</translation>
    </message>
    <message>
        <source>Type at least two letters of a name, or a date of birth.</source>
        <translation>Escriba al menos dos letras de un nombre, o una fecha de nacimiento.</translation>
    </message>
    <message>
        <source>More than 50 accounts fit. Type more.</source>
        <translation>Coinciden más de 50 cuentas. Escriba más.</translation>
    </message>
    <message>
        <source>No account of this practice fits.</source>
        <translation>Ninguna cuenta de este consultorio coincide.</translation>
    </message>
    <message>
        <source>Press a row to open the account.</source>
        <translation>Toque una fila para abrir la cuenta.</translation>
    </message>
</context>
<context>
    <name>ActivationCodePage</name>
    <message>
        <source>Your activation code</source>
        <translation>Su código de activación</translation>
    </message>
    <message>
        <source>Hold the square code of your invitation under the scanner, or type the code.</source>
        <translation>Ponga el código cuadrado de su invitación bajo el lector, o escriba el código.</translation>
    </message>
    <message>
        <source>Activation code</source>
        <translation>Código de activación</translation>
    </message>
    <message>
        <source>15 letters and numbers, in three groups. We put the lines in between.</source>
        <translation>15 letras y números, en tres grupos. Nosotros ponemos los guiones.</translation>
    </message>
</context>
<context>
    <name>ActivePage</name>
    <message>
        <source>Congratulations! You have an account.</source>
        <translation>¡Felicidades! Ya tiene una cuenta.</translation>
    </message>
    <message>
        <source>Your account is active now. Please remember your user ID and your password.</source>
        <translation>Su cuenta ya está activa. Recuerde su nombre de usuario y su contraseña.</translation>
    </message>
</context>
<context>
    <name>BusyOverlay</name>
    <message>
        <source>Please wait</source>
        <translation>Espere, por favor</translation>
    </message>
</context>
<context>
    <name>CallBack</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Ask to be called</source>
        <translation>Pedir que me llamen</translation>
    </message>
    <message>
        <source>We will get back to you</source>
        <translation>Nos comunicaremos con usted</translation>
    </message>
    <message>
        <source>Ask us to call you back</source>
        <translation>Pedir que me llamen</translation>
    </message>
    <message>
        <source>Tell us how to reach you. A person calls you or writes to you.</source>
        <translation>Díganos cómo comunicarnos con usted. Una persona le llamará o le escribirá.</translation>
    </message>
    <message>
        <source>Your request is saved. It goes to %1 as soon as this tablet is connected.</source>
        <translation>Su pedido está guardado. Se envía a %1 en cuanto esta tableta tenga conexión.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Su nombre</translation>
    </message>
    <message>
        <source>Your phone number or email address</source>
        <translation>Su teléfono o correo electrónico</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>¿De qué se trata?</translation>
    </message>
</context>
<context>
    <name>CameOut</name>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>Yes, all of them</source>
        <translation>Sí, todas</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>How many came out well, counted from the first?</source>
        <translation>¿Cuántas salieron bien, contadas desde la primera?</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>None: all %1 are printed again.</source>
        <translation>Ninguna: se imprimen otra vez las %1.</translation>
    </message>
    <message>
        <source>The last good one is that of %1. After it %2 are printed again.</source>
        <translation>La última buena es la de %1. Después de ella se imprimen otra vez %2.</translation>
    </message>
    <message>
        <source>Type a number; 0 if none did</source>
        <translation>Escriba un número; 0 si no salió bien ninguna</translation>
    </message>
    <message>
        <source>There are only %1</source>
        <translation>Solo hay %1</translation>
    </message>
</context>
<context>
    <name>Chat</name>
    <message>
        <source>Start chat</source>
        <translation>Empezar el chat</translation>
    </message>
    <message>
        <source>End chat</source>
        <translation>Terminar el chat</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Chat with us</source>
        <translation>Chatee con nosotros</translation>
    </message>
</context>
<context>
    <name>ChatStart</name>
    <message>
        <source>Chat with us</source>
        <translation>Chatee con nosotros</translation>
    </message>
    <message>
        <source>Nobody can chat right now. Ask us to call you back, or ask the front desk: they can help you now.</source>
        <translation>Ahora nadie puede chatear. Pida que le llamemos, o pregunte en recepción: allí pueden ayudarle ahora.</translation>
    </message>
    <message>
        <source>Ask us to call you back</source>
        <translation>Pedir que me llamen</translation>
    </message>
    <message>
        <source>Your first name</source>
        <translation>Su nombre</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>¿De qué se trata?</translation>
    </message>
</context>
<context>
    <name>ChatTalk</name>
    <message>
        <source>It takes long now. You can ask us to call you back, or ask the front desk.</source>
        <translation>Está tardando mucho. Puede pedir que le llamemos, o preguntar en recepción.</translation>
    </message>
    <message>
        <source>Ask us to call you back</source>
        <translation>Pedir que me llamen</translation>
    </message>
    <message>
        <source>Your message</source>
        <translation>Su mensaje</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>The chat has ended.</source>
        <translation>El chat ha terminado.</translation>
    </message>
    <message>
        <source>We are not connected right now. Your lines are kept and sent again.</source>
        <translation>Ahora no tenemos conexión. Sus mensajes se guardan y se envían otra vez.</translation>
    </message>
    <message>
        <source>You are talking to %1.</source>
        <translation>Está hablando con %1.</translation>
    </message>
    <message>
        <source>Please wait. You are number %1 in line.</source>
        <translation>Espere, por favor. Usted es el número %1 en la fila.</translation>
    </message>
    <message>
        <source>Please wait. Somebody will be with you soon.</source>
        <translation>Espere, por favor. Alguien le atenderá pronto.</translation>
    </message>
</context>
<context>
    <name>ChoiceField</name>
    <message>
        <source>Choose one</source>
        <translation>Elija una opción</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>Female</source>
        <translation>Mujer</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Hombre</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otro</translation>
    </message>
    <message>
        <source>Prefer not to say</source>
        <translation>Prefiero no decirlo</translation>
    </message>
    <message>
        <source>For me</source>
        <translation>Para mí</translation>
    </message>
    <message>
        <source>This account is for my child</source>
        <translation>Esta cuenta es para mi hijo o hija</translation>
    </message>
    <message>
        <source>for someone I care for</source>
        <translation>para alguien a quien cuido</translation>
    </message>
</context>
<context>
    <name>CodeAskedPage</name>
    <message>
        <source>Enter your activation code</source>
        <translation>Escriba su código de activación</translation>
    </message>
    <message>
        <source>Activation code</source>
        <translation>Código de activación</translation>
    </message>
    <message>
        <source>Type it, or hold its square code under the scanner. We put the lines in between.</source>
        <translation>Escríbalo, o ponga el código cuadrado bajo el lector. Nosotros ponemos los guiones.</translation>
    </message>
    <message>
        <source>You probably received an invitation to join the patient portal from your practice previously, but did not take action. That&apos;s ok!</source>
        <translation>Es probable que su consultorio ya le haya enviado una invitación al portal de pacientes y que usted no la haya usado. ¡No hay problema!</translation>
    </message>
    <message>
        <source>Click on the link on the right side of your screen to have your activation code resent to you so that you can proceed with establishing your account.</source>
        <translation>Toque el enlace del lado derecho de la pantalla para recibir otra vez su código de activación y seguir creando su cuenta.</translation>
    </message>
    <message>
        <source>Press the button below to have your activation code resent to you so that you can proceed with establishing your account.</source>
        <translation>Toque el botón de abajo para recibir otra vez su código de activación y seguir creando su cuenta.</translation>
    </message>
</context>
<context>
    <name>CodeField</name>
    <message>
        <source>Use the camera</source>
        <translation>Usar la cámara</translation>
    </message>
    <message>
        <source>Stop the camera</source>
        <translation>Apagar la cámara</translation>
    </message>
    <message>
        <source>Hold the square code in front of the camera. The picture is not saved.</source>
        <translation>Ponga el código cuadrado frente a la cámara. La imagen no se guarda.</translation>
    </message>
    <message>
        <source>The camera does not work. Please type the code.</source>
        <translation>La cámara no funciona. Escriba el código, por favor.</translation>
    </message>
</context>
<context>
    <name>ConfirmCover</name>
    <message>
        <source>Start over?</source>
        <translation>¿Empezar de nuevo?</translation>
    </message>
    <message>
        <source>All answers on this tablet will be cleared.</source>
        <translation>Se borrarán todas las respuestas de esta tableta.</translation>
    </message>
    <message>
        <source>Keep my answers</source>
        <translation>Conservar mis respuestas</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Empezar de nuevo</translation>
    </message>
</context>
<context>
    <name>ConfirmPasswordPage</name>
    <message>
        <source>Confirm your password</source>
        <translation>Confirme su contraseña</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmar</translation>
    </message>
    <message>
        <source>Open your email and click the “confirm my password” link.</source>
        <translation>Abra su correo y toque el enlace “confirmar mi contraseña”.</translation>
    </message>
    <message>
        <source>Or stay here: type the 6 digits of the mail and your new password once more. If your answers are right, the mail comes in a minute; its digits are good for 10 minutes.</source>
        <translation>O quédese aquí: escriba las 6 cifras del correo y su contraseña nueva una vez más. Si sus respuestas son correctas, el correo llega en un minuto; sus cifras valen 10 minutos.</translation>
    </message>
    <message>
        <source>Code of the mail</source>
        <translation>Código del correo</translation>
    </message>
    <message>
        <source>6 digits</source>
        <translation>6 cifras</translation>
    </message>
    <message>
        <source>New password, once more</source>
        <translation>La contraseña nueva otra vez</translation>
    </message>
    <message>
        <source>I will open the link later</source>
        <translation>Abriré el enlace más tarde</translation>
    </message>
</context>
<context>
    <name>ConnectionLight</name>
    <message>
        <source>Connected</source>
        <translation>Con conexión</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Sin conexión</translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message>
        <source>Are you still there?</source>
        <translation>¿Sigue ahí?</translation>
    </message>
    <message>
        <source>If you do not answer, we will clear this screen to keep your answers private.</source>
        <translation>Si no responde, borraremos esta pantalla para proteger sus datos.</translation>
    </message>
    <message>
        <source>I need more time</source>
        <translation>Necesito más tiempo</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Empezar de nuevo</translation>
    </message>
</context>
<context>
    <name>CredentialsPage</name>
    <message>
        <source>Create your user ID and password</source>
        <translation>Cree su nombre de usuario y su contraseña</translation>
    </message>
    <message>
        <source>Create Account</source>
        <translation>Crear cuenta</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>Nombre de usuario</translation>
    </message>
    <message>
        <source>Please write it down. You may change our idea.</source>
        <translation>Anótelo, por favor. Puede cambiar nuestra propuesta.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Secret question</source>
        <translation>Pregunta secreta</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Su respuesta</translation>
    </message>
    <message>
        <source>You need it if you forget your password.</source>
        <translation>La necesita si olvida su contraseña.</translation>
    </message>
    <message>
        <source>We send your answers to the patient portal of %1, and nobody else. Ask the front desk for the full terms on paper.</source>
        <translation>Enviamos sus respuestas al portal de pacientes de %1 y a nadie más. Pida en recepción las condiciones completas en papel.</translation>
    </message>
    <message>
        <source>I agree to have a patient portal account</source>
        <translation>Acepto tener una cuenta en el portal de pacientes</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>For example, 3 27 1984</source>
        <translation>Por ejemplo, 3 27 1984</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mes</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Año</translation>
    </message>
    <message>
        <source>MMMM d, yyyy</source>
        <comment>date format</comment>
        <translation>d &apos;de&apos; MMMM &apos;de&apos; yyyy</translation>
    </message>
</context>
<context>
    <name>DevelopmentBanner</name>
    <message>
        <source>Development key – not for patients</source>
        <translation>Clave de desarrollo: no usar con pacientes</translation>
    </message>
</context>
<context>
    <name>DeviceCard</name>
    <message>
        <source>This device</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Consultorio</translation>
    </message>
    <message>
        <source>Portal</source>
        <translation>Portal</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Uso</translation>
    </message>
    <message>
        <source>Front desk</source>
        <translation>Recepción</translation>
    </message>
    <message>
        <source>Tablet for patients</source>
        <translation>Tableta para pacientes</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sincronización</translation>
    </message>
    <message>
        <source>Close the kiosk</source>
        <translation>Cerrar el quiosco</translation>
    </message>
</context>
<context>
    <name>DevicesCard</name>
    <message>
        <source>Devices of the practice</source>
        <translation>Equipos del consultorio</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Un momento …</translation>
    </message>
    <message>
        <source>Only the portal knows how the others stand, and it does not answer now.</source>
        <translation>Solo el portal sabe cómo están los demás, y ahora no responde.</translation>
    </message>
    <message>
        <source>This desk</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>Desk %1</source>
        <translation>Recepción %1</translation>
    </message>
    <message>
        <source>Tablet %1</source>
        <translation>Tableta %1</translation>
    </message>
    <message>
        <source>Never synced</source>
        <translation>Nunca se ha sincronizado</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Con conexión</translation>
    </message>
    <message>
        <source>Connected, %1 waiting</source>
        <translation>Con conexión, %1 en espera</translation>
    </message>
    <message>
        <source>Not heard of since %1</source>
        <translation>Sin noticias desde: %1</translation>
    </message>
    <message>
        <source>Not heard of since %1; %2 were waiting then</source>
        <translation>Sin noticias desde: %1; entonces había %2 en espera</translation>
    </message>
</context>
<context>
    <name>EmailField</name>
    <message>
        <source>Did you mean %1?</source>
        <translation>¿Quiso decir %1?</translation>
    </message>
</context>
<context>
    <name>EndingPage</name>
    <message>
        <source>Finish</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>Your patient portal:</source>
        <translation>Su portal de pacientes:</translation>
    </message>
    <message>
        <source>Create another account</source>
        <translation>Crear otra cuenta</translation>
    </message>
</context>
<context>
    <name>EnrolPage</name>
    <message>
        <source>This device is not enrolled</source>
        <translation>Este equipo no está registrado</translation>
    </message>
    <message>
        <source>The portal made a ticket for this device. Scan it here, or type it, and choose a passphrase.</source>
        <translation>El portal creó un pase para este equipo. Escanéelo aquí o escríbalo, y elija una frase de acceso.</translation>
    </message>
    <message>
        <source>Enrolment ticket</source>
        <translation>Pase de registro</translation>
    </message>
    <message>
        <source>It begins with kiosk-enrol: and works for 10 minutes.</source>
        <translation>Empieza con kiosk-enrol: y vale 10 minutos.</translation>
    </message>
    <message>
        <source>Staff passphrase</source>
        <translation>Frase de acceso del personal</translation>
    </message>
    <message>
        <source>At least 12 characters. It is asked for each time this device starts.</source>
        <translation>Al menos 12 caracteres. Se pide cada vez que el equipo arranca.</translation>
    </message>
    <message>
        <source>Staff passphrase once more</source>
        <translation>La frase de acceso otra vez</translation>
    </message>
    <message>
        <source>Enroll this device</source>
        <translation>Registrar este equipo</translation>
    </message>
    <message>
        <source>Scan or type the ticket</source>
        <translation>Escanee o escriba el pase</translation>
    </message>
    <message>
        <source>Use at least 12 characters</source>
        <translation>Use al menos 12 caracteres</translation>
    </message>
    <message>
        <source>The two passphrases are not the same</source>
        <translation>Las dos frases no son iguales</translation>
    </message>
    <message>
        <source>This is no enrolment ticket. Please scan it again.</source>
        <translation>Esto no es un pase de registro. Escanéelo otra vez.</translation>
    </message>
    <message>
        <source>What answered is not the portal of this ticket. Do not go on: call portal support.</source>
        <translation>Quien respondió no es el portal de este pase. No siga: llame al soporte del portal.</translation>
    </message>
    <message>
        <source>The portal does not answer. Check the network and try again: the ticket still works.</source>
        <translation>El portal no responde. Revise la red e intente de nuevo: el pase todavía vale.</translation>
    </message>
    <message>
        <source>The portal does not take this ticket. It may be too old or used: ask for a new one.</source>
        <translation>El portal no acepta este pase. Puede estar vencido o usado: pida otro.</translation>
    </message>
    <message>
        <source>The disk is full. Make room on it and try again: the ticket still works.</source>
        <translation>El disco está lleno. Libere espacio e intente de nuevo: el pase todavía vale.</translation>
    </message>
    <message>
        <source>This device cannot store its files. Please call support.</source>
        <translation>Este equipo no puede guardar sus archivos. Llame al soporte.</translation>
    </message>
    <message>
        <source>This device is enrolled already. Please start it again.</source>
        <translation>Este equipo ya está registrado. Inícielo otra vez.</translation>
    </message>
</context>
<context>
    <name>EnrollForm</name>
    <message>
        <source>Without a US ZIP code, check the patient&apos;s photo ID and press which one you saw</source>
        <translation>Sin código postal de Estados Unidos, revise la identificación con foto y toque cuál vio</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Apellido</translation>
    </message>
    <message>
        <source>This patient has one name only</source>
        <translation>Este paciente tiene un solo nombre</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Fecha de nacimiento</translation>
    </message>
    <message>
        <source>ZIP code</source>
        <translation>Código postal (ZIP)</translation>
    </message>
    <message>
        <source>This patient has no US ZIP code</source>
        <translation>Este paciente no tiene código postal de Estados Unidos</translation>
    </message>
    <message>
        <source>If you know it</source>
        <translation>Si lo sabe</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>Género</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>No se sabe</translation>
    </message>
    <message>
        <source>Language of the slip</source>
        <translation>Idioma de la hoja</translation>
    </message>
    <message>
        <source>Enter the patient&apos;s first name</source>
        <translation>Escriba el nombre del paciente</translation>
    </message>
    <message>
        <source>Enter the patient&apos;s last name, or tick “This patient has one name only”</source>
        <translation>Escriba el apellido del paciente, o marque “Este paciente tiene un solo nombre”</translation>
    </message>
</context>
<context>
    <name>EnrollPage</name>
    <message>
        <source>Enroll a patient</source>
        <translation>Inscribir a un paciente</translation>
    </message>
    <message>
        <source>Make invitation and print slip</source>
        <translation>Crear invitación e imprimir hoja</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>The invitation could not be saved: this device&apos;s storage does not work. Nothing was made.</source>
        <translation>No se pudo guardar la invitación: la memoria de este equipo no funciona. No se creó nada.</translation>
    </message>
</context>
<context>
    <name>ErrorSummary</name>
    <message>
        <source>There is a problem</source>
        <translation>Hay un problema</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
</context>
<context>
    <name>FrontDeskPage</name>
    <message>
        <source>Please see the front desk</source>
        <translation>Por favor, vaya a recepción</translation>
    </message>
    <message>
        <source>Your request is saved. Someone at the front desk helps you in person.</source>
        <translation>Su pedido está guardado. En recepción le ayudan en persona.</translation>
    </message>
</context>
<context>
    <name>HaveAccountPage</name>
    <message>
        <source>You already have a %1 account</source>
        <translation>Usted ya tiene una cuenta de %1</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Although you haven’t logged into this portal before, you may have created an account with another patient portal powered by %2. %1 is a tool that allows you to join multiple patient portals, powered by %2, with one user ID and password. If you remember your user ID and password, you may simply login.</source>
        <translation>Es posible que haya creado una cuenta en otro portal de pacientes con tecnología de %2, aunque nunca haya entrado en este portal. Con %1 puede unirse a varios portales de pacientes, con tecnología de %2, usando un solo nombre de usuario y una sola contraseña. Si recuerda su nombre de usuario y su contraseña, simplemente inicie sesión.</translation>
    </message>
    <message>
        <source>If your first and last name, gender, date of birth, zip code and email address exactly match an existing portal account, you will receive an email containing your user ID and a list of the medical practices with which you have an active patient portal account. If you remember your password, you can simply login, otherwise click the &quot;Forgot Password&quot; link to reset your password.</source>
        <translation>Si su nombre y apellido, género, fecha de nacimiento, código postal y correo son exactamente iguales a los de una cuenta existente, recibirá un correo con su nombre de usuario y la lista de los consultorios en los que tiene una cuenta activa. Si recuerda su contraseña, simplemente inicie sesión; si no, toque el enlace “Olvidé mi contraseña” para cambiarla.</translation>
    </message>
    <message>
        <source>Forgot Password</source>
        <translation>Olvidé mi contraseña</translation>
    </message>
    <message>
        <source>This is not me</source>
        <translation>Esta persona no soy yo</translation>
    </message>
</context>
<context>
    <name>HeldPage</name>
    <message>
        <source>Please wait here</source>
        <translation>Espere aquí, por favor</translation>
    </message>
    <message>
        <source>Your request is saved, but this tablet cannot reach the front desk now. You need not wait: please go to the front desk.</source>
        <translation>Su pedido está guardado, pero esta tableta no puede comunicarse ahora con recepción. No tiene que esperar: vaya a recepción, por favor.</translation>
    </message>
    <message>
        <source>Please press “Try again”, or go to the front desk.</source>
        <translation>Toque “Intentar de nuevo”, o vaya a recepción.</translation>
    </message>
    <message>
        <source>Someone from the front desk will help you. This page goes on by itself.</source>
        <translation>Alguien de recepción le ayudará. Esta página sigue sola.</translation>
    </message>
    <message>
        <source>Continue without waiting</source>
        <translation>Continuar sin esperar</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Empezar de nuevo</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Close help</source>
        <translation>Cerrar la ayuda</translation>
    </message>
    <message>
        <source>Need Help?</source>
        <translation>¿Necesita ayuda?</translation>
    </message>
    <message>
        <source>We&apos;re here for you!</source>
        <translation>¡Estamos para ayudarle!</translation>
    </message>
    <message>
        <source>Click on the link to chat with us!</source>
        <translation>¡Toque el enlace para chatear con nosotros!</translation>
    </message>
    <message>
        <source>Ask us to call you back</source>
        <translation>Pedir que me llamen</translation>
    </message>
    <message>
        <source>Or ask the front desk. In an emergency call 911.</source>
        <translation>O pregunte en recepción. En una emergencia llame al 911.</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>I would like to sign up for the patient portal.</source>
        <translation>Quiero inscribirme en el portal de pacientes.</translation>
    </message>
    <message>
        <source>My practice sent me an invitation to join the patient portal. Now what?</source>
        <translation>Mi consultorio me envió una invitación al portal de pacientes. ¿Y ahora?</translation>
    </message>
    <message>
        <source>1. Go to the portal login screen and click &quot;Create An Account.&quot;
2. Enter your name, date of birth, zip code and email. Click &quot;Continue.&quot;
3. Complete all required questions and create a unique user ID and password for your account. The password must be at least 6 characters, must contain at least one number OR an upper case letter, and should not contain any special characters (#%&amp;*). Click &quot;Create Account.&quot;
4. Congratulations! You have an account.</source>
        <translation>1. Vaya a la pantalla de inicio del portal y toque “Crear una cuenta”.
2. Escriba su nombre, fecha de nacimiento, código postal y correo. Toque “Continuar”.
3. Conteste todas las preguntas obligatorias y cree un nombre de usuario único y una contraseña para su cuenta. La contraseña debe tener al menos 6 caracteres, al menos un número O una letra mayúscula, y ningún carácter especial (#%&amp;*). Toque “Crear cuenta”.
4. ¡Felicidades! Ya tiene una cuenta.</translation>
    </message>
    <message>
        <source>1. You will receive an invitation in your email account. Open and click &quot;Sign up for an account.&quot; Or press &quot;I have an invitation&quot; here and scan or type the code.
PLEASE NOTE: Parents or guardians must create individual accounts for each child. Every patient must have their own account. Due to new regulations, accounts cannot be shared.
2. Enter your date of birth and zip code to activate your account. Click &quot;Continue.&quot;
3. Create a unique user ID and password for your account. The password must be at least 6 characters, must contain at least one number OR an upper case letter, and should not contain any special characters (#%&amp;*). Click &quot;Create Account.&quot;
4. Congratulations! You have an account. Now just update your profile and click &quot;update profile.&quot;</source>
        <translation>1. Recibirá una invitación en su correo. Ábrala y toque “Crear una cuenta”. O toque aquí “Tengo una invitación” y escanee o escriba el código.
ATENCIÓN: Los padres o tutores deben crear una cuenta individual para cada niño. Cada paciente debe tener su propia cuenta. Por nuevas normas, las cuentas no se pueden compartir.
2. Escriba su fecha de nacimiento y su código postal para activar su cuenta. Toque “Continuar”.
3. Cree un nombre de usuario único y una contraseña para su cuenta. La contraseña debe tener al menos 6 caracteres, al menos un número O una letra mayúscula, y ningún carácter especial (#%&amp;*). Toque “Crear cuenta”.
4. ¡Felicidades! Ya tiene una cuenta. Ahora solo actualice su perfil y toque “actualizar perfil”.</translation>
    </message>
    <message>
        <source>I am trying to create an account, but am prompted to enter an activation code. Why?</source>
        <translation>Quiero crear una cuenta, pero me piden un código de activación. ¿Por qué?</translation>
    </message>
    <message>
        <source>You probably received an invitation to join the patient portal from your practice previously, but did not take action. That&apos;s ok! Click on the link on the right side of your screen to have your activation code resent to you so that you can proceed with establishing your account.</source>
        <translation>Es probable que su consultorio ya le haya enviado una invitación al portal de pacientes y que usted no la haya usado. ¡No hay problema! Toque el enlace del lado derecho de la pantalla para recibir otra vez su código de activación y seguir creando su cuenta.</translation>
    </message>
    <message>
        <source>I got a message that says I already have a &quot;%1&quot; portal account. Why?</source>
        <translation>Un mensaje dice que ya tengo una cuenta “%1”. ¿Por qué?</translation>
    </message>
    <message>
        <source>Although you haven&apos;t logged into this portal before, you may have created an account with another patient portal powered by %2. %1 is a tool that allows you to join multiple patient portals, powered by %2, with one user ID and password. If you remember your user ID and password, you may simply login.
PLEASE NOTE: Parents or guardians must create individual accounts for each child. Every patient must have their own account. Due to new regulations, accounts cannot be shared.
If your first and last name, gender, date of birth, zip code and email address exactly match an existing portal account, you will receive an email containing your user ID and a list of the medical practices with which you have an active patient portal account. If you remember your password, you can simply login, otherwise click the &quot;Forgot Password&quot; link to reset your password.
If your information closely matches an existing portal account, you can verify your account by clicking on &quot;Verify by Phone Number.&quot;</source>
        <translation>Es posible que haya creado una cuenta en otro portal de pacientes con tecnología de %2, aunque nunca haya entrado en este portal. Con %1 puede unirse a varios portales de pacientes, con tecnología de %2, usando un solo nombre de usuario y una sola contraseña. Si recuerda su nombre de usuario y su contraseña, simplemente inicie sesión.
ATENCIÓN: Los padres o tutores deben crear una cuenta individual para cada niño. Cada paciente debe tener su propia cuenta. Por nuevas normas, las cuentas no se pueden compartir.
Si su nombre y apellido, género, fecha de nacimiento, código postal y correo son exactamente iguales a los de una cuenta existente, recibirá un correo con su nombre de usuario y la lista de los consultorios en los que tiene una cuenta activa. Si recuerda su contraseña, simplemente inicie sesión; si no, toque el enlace “Olvidé mi contraseña” para cambiarla.
Si sus datos se parecen mucho a los de una cuenta existente, puede verificar su cuenta tocando “Verificar por número de teléfono”.</translation>
    </message>
    <message>
        <source>I forgot my user ID.</source>
        <translation>Olvidé mi nombre de usuario.</translation>
    </message>
    <message>
        <source>1. Use the &quot;forgot your user ID?&quot; link on the portal login page.
2. Enter your email address.
3. Confirm your date of birth.
4. Answer your secret question.
5. Your User ID will be sent to your email address.</source>
        <translation>1. Use el enlace “¿olvidó su nombre de usuario?” en la página de inicio del portal.
2. Escriba su correo electrónico.
3. Confirme su fecha de nacimiento.
4. Conteste su pregunta secreta.
5. Su nombre de usuario se enviará a su correo electrónico.</translation>
    </message>
    <message>
        <source>I forgot my password.</source>
        <translation>Olvidé mi contraseña.</translation>
    </message>
    <message>
        <source>1. Use the &quot;forgot your password?&quot; link on the portal login page.
2. Enter your user ID.
3. Answer your security question and develop a new password.
4. Open your email and click the &quot;confirm my password&quot; link.
5. Confirm your password.</source>
        <translation>1. Use el enlace “¿olvidó su contraseña?” en la página de inicio del portal.
2. Escriba su nombre de usuario.
3. Conteste su pregunta de seguridad y cree una contraseña nueva.
4. Abra su correo y toque el enlace “confirmar mi contraseña”.
5. Confirme su contraseña.</translation>
    </message>
    <message>
        <source>I tried that, but don&apos;t remember my secret question. Help!</source>
        <translation>Lo intenté, pero no recuerdo mi pregunta secreta. ¡Ayuda!</translation>
    </message>
    <message>
        <source>Chat with us and we&apos;d be happy to send you a direct link to reset your password.</source>
        <translation>Chatee con nosotros y con gusto le enviaremos un enlace directo para cambiar su contraseña.</translation>
    </message>
    <message>
        <source>I don&apos;t have access to the email address I used when I set-up my portal account.</source>
        <translation>Ya no tengo acceso al correo que usé para crear mi cuenta.</translation>
    </message>
    <message>
        <source>Chat with us and we&apos;d be happy to update your email address and assist you with your user ID and/or password.</source>
        <translation>Chatee con nosotros y con gusto actualizaremos su correo y le ayudaremos con su nombre de usuario o su contraseña.</translation>
    </message>
    <message>
        <source>What are the requirements for my password?</source>
        <translation>¿Qué requisitos tiene mi contraseña?</translation>
    </message>
    <message>
        <source>Your password must be at least 6 characters, must contain at least one number OR an upper case letter, and should not contain any special characters.</source>
        <translation>Su contraseña debe tener al menos 6 caracteres, al menos un número O una letra mayúscula, y ningún carácter especial.</translation>
    </message>
    <message>
        <source>I&apos;ve been locked out because of too many password attempts.</source>
        <translation>Mi cuenta está bloqueada por demasiados intentos.</translation>
    </message>
    <message>
        <source>Ouch! Please wait 15 minutes and try again. We set a maximum number to ensure the security of your account.</source>
        <translation>¡Ay! Espere 15 minutos e intente de nuevo. Ponemos un límite de intentos para la seguridad de su cuenta.</translation>
    </message>
    <message>
        <source>What browser should I use?</source>
        <translation>¿Qué navegador debo usar?</translation>
    </message>
    <message>
        <source>Mozilla Firefox, Chrome, Edge and Safari are all supported. Be sure you&apos;re using a current version of your web browser for optimal performance.</source>
        <translation>Funcionan Mozilla Firefox, Chrome, Edge y Safari. Use una versión actual de su navegador para que todo funcione lo mejor posible.</translation>
    </message>
    <message>
        <source>Still need help?</source>
        <translation>¿Todavía necesita ayuda?</translation>
    </message>
</context>
<context>
    <name>IdChips</name>
    <message>
        <source>Photo ID, if you checked one</source>
        <translation>Identificación con foto, si revisó una</translation>
    </message>
    <message>
        <source>Which photo ID did you see?</source>
        <translation>¿Qué identificación con foto vio?</translation>
    </message>
    <message>
        <source>First press the photo ID that you saw.</source>
        <translation>Primero toque la identificación con foto que vio.</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Day sheet</source>
        <translation>Lista del día</translation>
    </message>
    <message>
        <source>Load the day&apos;s list of patients</source>
        <translation>Cargar la lista de pacientes del día</translation>
    </message>
    <message>
        <source>You see every row before anything is made. Patients who have an account, or an invitation that works, get no new slip.</source>
        <translation>Verá cada fila antes de que se cree algo. Los pacientes con una cuenta o una invitación vigente no reciben otra hoja.</translation>
    </message>
    <message>
        <source>A CSV file from your practice system, or a FHIR R4 Bundle</source>
        <translation>Un archivo CSV del sistema de su consultorio, o un Bundle FHIR R4</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Elegir un archivo</translation>
    </message>
    <message>
        <source>Day sheets (*.csv *.txt *.tsv *.json)</source>
        <translation>Listas del día (*.csv *.txt *.tsv *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>This file cannot be opened. Is it still there?</source>
        <translation>No se puede abrir este archivo. ¿Sigue en su lugar?</translation>
    </message>
    <message>
        <source>This device&apos;s storage does not work. Please call technical support.</source>
        <translation>La memoria de este equipo no funciona. Llame al soporte técnico.</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Guardado: %1</translation>
    </message>
    <message>
        <source>Nothing could be saved beside the file. Is its folder read-only?</source>
        <translation>No se pudo guardar nada junto al archivo. ¿Su carpeta es de solo lectura?</translation>
    </message>
</context>
<context>
    <name>InvitationDetail</name>
    <message>
        <source>Slip lost: make a new one</source>
        <translation>Hoja perdida: crear otra</translation>
    </message>
    <message>
        <source>Withdraw it for good</source>
        <translation>Retirarla para siempre</translation>
    </message>
    <message>
        <source>Withdraw invitation</source>
        <translation>Retirar invitación</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conservarla</translation>
    </message>
    <message>
        <source>Withdraw this invitation? None of its codes works any more. This cannot be taken back.</source>
        <translation>¿Retirar esta invitación? Ninguno de sus códigos valdrá más. Esto no se puede deshacer.</translation>
    </message>
    <message>
        <source>%1 · %2 · born %3 · %4, made %5, expires %6</source>
        <translation>%1 · %2 · nacimiento %3 · %4, creada %5, vence %6</translation>
    </message>
    <message>
        <source>Not connected: the whole date of birth stands at the portal.</source>
        <translation>Sin conexión: la fecha de nacimiento completa está en el portal.</translation>
    </message>
</context>
<context>
    <name>InvitationModel</name>
    <message>
        <source>Patient</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Nacimiento</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Vence</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
</context>
<context>
    <name>InvitationsPage</name>
    <message>
        <source>Invitations</source>
        <translation>Invitaciones</translation>
    </message>
    <message>
        <source>Search name, date of birth or invitation number</source>
        <translation>Buscar nombre, fecha de nacimiento o número</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>Invitations of today</source>
        <translation>Invitaciones de hoy</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>This device&apos;s storage does not work. Please call technical support.</source>
        <translation>La memoria de este equipo no funciona. Llame al soporte técnico.</translation>
    </message>
    <message>
        <source>First finish the slip under “Enroll a patient”: its code stands nowhere else.</source>
        <translation>Termine primero la hoja en “Inscribir a un paciente”: su código no está en ningún otro lugar.</translation>
    </message>
    <message>
        <source>Not connected: only today&apos;s invitations were searched.</source>
        <translation>Sin conexión: solo se buscó en las invitaciones de hoy.</translation>
    </message>
    <message>
        <source>More than 50 invitations fit. Type more.</source>
        <translation>Coinciden más de 50 invitaciones. Escriba más.</translation>
    </message>
    <message>
        <source>No invitation fits, neither of today nor earlier.</source>
        <translation>Ninguna invitación coincide, ni de hoy ni de antes.</translation>
    </message>
    <message>
        <source>No invitations today yet. Make the first one under “Enroll a patient”.</source>
        <translation>Hoy aún no hay invitaciones. Cree la primera en “Inscribir a un paciente”.</translation>
    </message>
    <message>
        <source>Nobody in today&apos;s list fits.</source>
        <translation>Nadie en la lista de hoy coincide.</translation>
    </message>
    <message>
        <source>Press a row to see the whole date of birth.</source>
        <translation>Toque una fila para ver la fecha de nacimiento completa.</translation>
    </message>
</context>
<context>
    <name>InvitedPersonPage</name>
    <message>
        <source>Activate your account</source>
        <translation>Active su cuenta</translation>
    </message>
    <message>
        <source>Enter your date of birth and zip code to activate your account.</source>
        <translation>Escriba su fecha de nacimiento y su código postal para activar su cuenta.</translation>
    </message>
    <message>
        <source>Date of birth of the patient</source>
        <translation>Fecha de nacimiento del paciente</translation>
    </message>
    <message>
        <source>ZIP code of the patient</source>
        <translation>Código postal (ZIP) del paciente</translation>
    </message>
    <message>
        <source>I have no US ZIP</source>
        <translation>No tengo código postal de Estados Unidos</translation>
    </message>
    <message>
        <source>Ask the front desk</source>
        <translation>Preguntar en recepción</translation>
    </message>
</context>
<context>
    <name>JoinPage</name>
    <message>
        <source>Join the patient portal of %1</source>
        <translation>Únase al portal de pacientes de %1</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Unirme</translation>
    </message>
    <message>
        <source>Your user ID and password stay the same. With them you also reach %1 from now on.</source>
        <translation>Su nombre de usuario y su contraseña siguen siendo los mismos. Desde ahora le sirven también para %1.</translation>
    </message>
    <message>
        <source>Ask the front desk for the full terms on paper.</source>
        <translation>Pida en recepción las condiciones completas en papel.</translation>
    </message>
    <message>
        <source>I agree to use my account for this practice, too</source>
        <translation>Acepto usar mi cuenta también para este consultorio</translation>
    </message>
</context>
<context>
    <name>JoinedPage</name>
    <message>
        <source>You can use your account here, too</source>
        <translation>Puede usar su cuenta también aquí</translation>
    </message>
    <message>
        <source>Your %1 account works for the patient portal of %2. You are logged out on this tablet.</source>
        <translation>Su cuenta de %1 sirve para el portal de pacientes de %2. En esta tableta su sesión está cerrada.</translation>
    </message>
</context>
<context>
    <name>LicencesStep</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licencias</translation>
    </message>
    <message>
        <source>The licences cannot be read: this program was not installed completely.</source>
        <translation>No se pueden leer las licencias: este programa no se instaló por completo.</translation>
    </message>
</context>
<context>
    <name>LockedPage</name>
    <message>
        <source>Please take a short break</source>
        <translation>Haga una pausa corta, por favor</translation>
    </message>
    <message>
        <source>You can try again now.</source>
        <translation>Ya puede intentar de nuevo.</translation>
    </message>
    <message>
        <source>You need not wait at this tablet. The front desk can help you, too.</source>
        <translation>No tiene que esperar frente a esta tableta. En recepción también pueden ayudarle.</translation>
    </message>
</context>
<context>
    <name>LogInPage</name>
    <message>
        <source>Log in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Use your %1 account for the portal of %2, too. You are logged out here when you leave.</source>
        <translation>Use su cuenta de %1 también para el portal de %2. Cuando termine, su sesión aquí se cierra.</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>Nombre de usuario</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>forgot your user ID?</source>
        <translation>¿olvidó su nombre de usuario?</translation>
    </message>
    <message>
        <source>forgot your password?</source>
        <translation>¿olvidó su contraseña?</translation>
    </message>
</context>
<context>
    <name>NeedsAttentionPage</name>
    <message>
        <source>Needs attention</source>
        <translation>Por atender</translation>
    </message>
    <message>
        <source>Nothing needs you. This list fills by itself.</source>
        <translation>No hay nada por atender. Esta lista se llena sola.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Un momento …</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Listo.</translation>
    </message>
</context>
<context>
    <name>NewPassword</name>
    <message>
        <source>at least 6 characters</source>
        <translation>al menos 6 caracteres</translation>
    </message>
    <message>
        <source>at least one number OR an upper case letter</source>
        <translation>al menos un número O una letra mayúscula</translation>
    </message>
    <message>
        <source>no special characters (#%&amp;*): only letters A-Z and numbers</source>
        <translation>sin caracteres especiales (#%&amp;*): solo letras A-Z y números</translation>
    </message>
</context>
<context>
    <name>NotConnectedPage</name>
    <message>
        <source>We are not connected right now</source>
        <translation>Ahora no tenemos conexión</translation>
    </message>
    <message>
        <source>This step needs a connection, and there is none at the moment. Nothing you typed is wrong. Press “Back” to try again.</source>
        <translation>Este paso necesita conexión, y en este momento no la hay. Nada de lo que escribió está mal. Toque “Atrás” para intentar de nuevo.</translation>
    </message>
    <message>
        <source>Ask the front desk: they can help you now.</source>
        <translation>Pregunte en recepción: allí pueden ayudarle ahora.</translation>
    </message>
    <message>
        <source>Ask us to call you back</source>
        <translation>Pedir que me llamen</translation>
    </message>
</context>
<context>
    <name>NotReadyPage</name>
    <message>
        <source>This tablet is not ready. Please see the front desk.</source>
        <translation>Esta tableta no está lista. Por favor, vaya a recepción.</translation>
    </message>
    <message>
        <source>Staff: {reason}</source>
        <translation>Personal: {reason}</translation>
    </message>
</context>
<context>
    <name>OnScreenKeyboard</name>
    <message>
        <source>Capital letters</source>
        <translation>Mayúsculas</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>Numbers and signs</source>
        <translation>Números y signos</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Letras</translation>
    </message>
</context>
<context>
    <name>Outcomes</name>
    <message>
        <source>A parent or guardian must create this account. If you are the parent or guardian, go back and choose “This account is for my child”.</source>
        <translation>La madre, el padre o el tutor debe crear esta cuenta. Si es usted, vuelva atrás y elija “Esta cuenta es para mi hijo o hija”.</translation>
    </message>
    <message>
        <source>For patients of this age the front desk helps to create the account. Please ask them.</source>
        <translation>Para pacientes de esta edad, recepción ayuda a crear la cuenta. Pregunte allí.</translation>
    </message>
    <message>
        <source>Your account is active now.</source>
        <translation>Su cuenta ya está activa.</translation>
    </message>
    <message>
        <source>Somebody else has this user ID. Your answers are safe. You get an email with a link to choose another user ID; the front desk can help you, too.</source>
        <translation>Otra persona tiene este nombre de usuario. Sus respuestas están seguras. Recibirá un correo con un enlace para elegir otro; en recepción también pueden ayudarle.</translation>
    </message>
    <message>
        <source>Somebody else has this user ID. Your answers are safe. If we have your email address, you get an email with a link to choose another user ID. If not, the front desk gives you a slip for that.</source>
        <translation>Otra persona tiene este nombre de usuario. Sus respuestas están seguras. Si tenemos su correo electrónico, recibirá un correo con un enlace para elegir otro. Si no, en recepción le dan un papel para elegirlo.</translation>
    </message>
    <message>
        <source>Somebody else has this user ID. Your answers are safe. The front desk gives you a slip to choose another user ID.</source>
        <translation>Otra persona tiene este nombre de usuario. Sus respuestas están seguras. En recepción le dan un papel para elegir otro.</translation>
    </message>
    <message>
        <source>You already have a &quot;%1&quot; portal account. We sent an email with your user ID to the address of that account. You need no second one.</source>
        <translation>Usted ya tiene una cuenta “%1”. Enviamos un correo con su nombre de usuario a la dirección de esa cuenta. No necesita otra.</translation>
    </message>
    <message>
        <source>We may know you already. The desk looks it up with you.</source>
        <translation>Quizás ya le conocemos. En recepción lo revisan con usted.</translation>
    </message>
    <message>
        <source>Some answers are not the same as on your invitation. The desk checks them with you.</source>
        <translation>Algunas respuestas no son iguales a las de su invitación. En recepción las revisan con usted.</translation>
    </message>
    <message>
        <source>This invitation was used before. The desk looks it up with you.</source>
        <translation>Esta invitación ya se usó. En recepción lo revisan con usted.</translation>
    </message>
    <message>
        <source>This invitation is too old. The desk gives you a new one.</source>
        <translation>Esta invitación está vencida. En recepción le dan otra.</translation>
    </message>
    <message>
        <source>This invitation does not work any more. The desk gives you a new one.</source>
        <translation>Esta invitación ya no vale. En recepción le dan otra.</translation>
    </message>
    <message>
        <source>Your answers are saved. Your account becomes active soon.</source>
        <translation>Sus respuestas están guardadas. Su cuenta se activará pronto.</translation>
    </message>
    <message>
        <source>Your answers are saved, but the desk has to finish this with you.</source>
        <translation>Sus respuestas están guardadas, pero hay que terminar esto con usted en recepción.</translation>
    </message>
</context>
<context>
    <name>OwnPinCard</name>
    <message>
        <source>My PIN</source>
        <translation>Mi PIN</translation>
    </message>
    <message>
        <source>It is yours alone: what is done after it was typed stands in the records as yours.</source>
        <translation>Es solo suyo: lo que se hace después de escribirlo queda registrado a su nombre.</translation>
    </message>
    <message>
        <source>PINs and the staff&apos;s accounts are changed at the front desk&apos;s computer.</source>
        <translation>Los PIN y las cuentas del personal se cambian en la computadora de la recepción.</translation>
    </message>
    <message>
        <source>Change my PIN</source>
        <translation>Cambiar mi PIN</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
</context>
<context>
    <name>PasswordChangedPage</name>
    <message>
        <source>Your user ID and your password are saved.</source>
        <translation>Su nombre de usuario y su contraseña están guardados.</translation>
    </message>
    <message>
        <source>Your password is changed.</source>
        <translation>Su contraseña ha cambiado.</translation>
    </message>
    <message>
        <source>You can log in now. The slip does not work any more: you can throw it away.</source>
        <translation>Ya puede iniciar sesión. El papel ya no sirve: puede tirarlo.</translation>
    </message>
    <message>
        <source>Your user ID:</source>
        <translation>Su nombre de usuario:</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Iniciar sesión</translation>
    </message>
</context>
<context>
    <name>PasswordConfirmedPage</name>
    <message>
        <source>Your new password is ready</source>
        <translation>Su contraseña nueva está lista</translation>
    </message>
    <message>
        <source>Use it with your user ID from now on. We have sent you a mail about the change.</source>
        <translation>Desde ahora úsela con su nombre de usuario. Le enviamos un correo sobre el cambio.</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
</context>
<context>
    <name>PasswordMailedPage</name>
    <message>
        <source>Open your email</source>
        <translation>Abra su correo</translation>
    </message>
    <message>
        <source>If your answers are right, a mail is on its way. Click the “confirm my password” link within 24 hours and type your new password once more. Until then your old password works.</source>
        <translation>Si sus respuestas son correctas, un correo va en camino. Toque el enlace “confirmar mi contraseña” antes de 24 horas y escriba su contraseña nueva una vez más. Hasta entonces vale su contraseña anterior.</translation>
    </message>
</context>
<context>
    <name>PhoneCodePage</name>
    <message>
        <source>Enter the code of the text message</source>
        <translation>Escriba el código del mensaje de texto</translation>
    </message>
    <message>
        <source>If the phone number is on file, a text message with 6 digits comes in a minute. It is good for 10 minutes.</source>
        <translation>Si tenemos ese número de teléfono, en un minuto llega un mensaje de texto con 6 cifras. Vale 10 minutos.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>6 digits</source>
        <translation>6 cifras</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Enviar otra vez</translation>
    </message>
    <message>
        <source>No message? The account may have another phone number. Please go back, or ask the front desk.</source>
        <translation>¿No llegó nada? Quizás la cuenta tiene otro número de teléfono. Vuelva atrás, o pregunte en recepción.</translation>
    </message>
    <message>
        <source>This is not me</source>
        <translation>Esta persona no soy yo</translation>
    </message>
    <message>
        <source>Done. If the phone number is on file, a new message is on its way.</source>
        <translation>Listo. Si tenemos ese número de teléfono, un mensaje nuevo va en camino.</translation>
    </message>
    <message>
        <source>We are not connected now. If no message comes, please ask the front desk.</source>
        <translation>Ahora no tenemos conexión. Si no llega ningún mensaje, pregunte en recepción.</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Aceptar</translation>
    </message>
</context>
<context>
    <name>PinStep</name>
    <message>
        <source>A new PIN for %1</source>
        <translation>Un PIN nuevo para %1</translation>
    </message>
    <message>
        <source>A PIN for %1</source>
        <translation>Un PIN para %1</translation>
    </message>
    <message>
        <source>Change your PIN</source>
        <translation>Cambie su PIN</translation>
    </message>
    <message>
        <source>%1 types it now, alone: nobody else sees or knows it.</source>
        <translation>%1 lo escribe ahora, a solas: nadie más lo ve ni lo conoce.</translation>
    </message>
    <message>
        <source>6 to 12 digits, not all the same and none that count up or down.</source>
        <translation>De 6 a 12 cifras: ni todas iguales ni en orden, como 123456 o 654321.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Un momento …</translation>
    </message>
    <message>
        <source>Your PIN now</source>
        <translation>Su PIN actual</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>PIN nuevo</translation>
    </message>
    <message>
        <source>New PIN again</source>
        <translation>PIN nuevo otra vez</translation>
    </message>
</context>
<context>
    <name>PrintChoice</name>
    <message>
        <source>Choose a printer</source>
        <translation>Elija una impresora</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>First free label on the sheet</source>
        <translation>Primera etiqueta libre de la hoja</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Impresora</translation>
    </message>
    <message>
        <source>No printer is set up on this computer.</source>
        <translation>Esta computadora no tiene ninguna impresora instalada.</translation>
    </message>
    <message>
        <source>Adjust this printer</source>
        <translation>Ajustar esta impresora</translation>
    </message>
    <message>
        <source>Move to the right, in millimetres</source>
        <translation>Mover a la derecha, en milímetros</translation>
    </message>
    <message>
        <source>Move down, in millimetres</source>
        <translation>Mover hacia abajo, en milímetros</translation>
    </message>
    <message>
        <source>Print a test page</source>
        <translation>Imprimir una página de prueba</translation>
    </message>
    <message>
        <source>The test page is on its way.</source>
        <translation>La página de prueba va en camino.</translation>
    </message>
    <message>
        <source>The test page is printed.</source>
        <translation>La página de prueba está impresa.</translation>
    </message>
    <message>
        <source>%1, folded slip</source>
        <translation>%1, hoja doblada</translation>
    </message>
    <message>
        <source>%1, sheet of labels</source>
        <translation>%1, hoja de etiquetas</translation>
    </message>
    <message>
        <source>%1, label</source>
        <translation>%1, etiqueta</translation>
    </message>
</context>
<context>
    <name>PrintWords</name>
    <message>
        <source>The printer is out of paper. Add some, and it goes on by itself.</source>
        <translation>La impresora no tiene papel. Ponga más y seguirá sola.</translation>
    </message>
    <message>
        <source>The printer does not answer. Is it switched on and connected? Then it goes on by itself.</source>
        <translation>La impresora no responde. ¿Está encendida y conectada? Después seguirá sola.</translation>
    </message>
    <message>
        <source>“%1” is paused. Resume it, or choose another printer.</source>
        <translation>“%1” está en pausa. Reactívela o elija otra impresora.</translation>
    </message>
    <message>
        <source>“%1” takes no jobs now. Choose another printer.</source>
        <translation>“%1” no acepta trabajos ahora. Elija otra impresora.</translation>
    </message>
    <message>
        <source>There is no printer “%1” any more. Choose another one.</source>
        <translation>Ya no existe la impresora “%1”. Elija otra.</translation>
    </message>
    <message>
        <source>The print service of this computer does not answer.</source>
        <translation>El servicio de impresión de esta computadora no responde.</translation>
    </message>
    <message>
        <source>“%1” holds every job until somebody releases it. Choose another printer.</source>
        <translation>“%1” retiene cada trabajo hasta que alguien lo libere. Elija otra impresora.</translation>
    </message>
    <message>
        <source>“%1” is out of paper. Add some, then try again.</source>
        <translation>“%1” no tiene papel. Ponga más e intente de nuevo.</translation>
    </message>
    <message>
        <source>“%1” does not answer. Check that it is switched on and connected.</source>
        <translation>“%1” no responde. Revise que esté encendida y conectada.</translation>
    </message>
    <message>
        <source>Printing was cancelled.</source>
        <translation>Se canceló la impresión.</translation>
    </message>
    <message>
        <source>“%1” took too long. The job was taken back.</source>
        <translation>“%1” tardó demasiado. Se retiró el trabajo.</translation>
    </message>
    <message>
        <source>The print service stopped answering: “%1” may still print. Look at the printer before you try again.</source>
        <translation>El servicio de impresión dejó de responder: quizás “%1” imprima todavía. Mire la impresora antes de intentar de nuevo.</translation>
    </message>
    <message>
        <source>“%1” could not print.</source>
        <translation>“%1” no pudo imprimir.</translation>
    </message>
</context>
<context>
    <name>ProfilePage</name>
    <message>
        <source>You have joined</source>
        <translation>Ya se unió</translation>
    </message>
    <message>
        <source>Congratulations! You have an account.</source>
        <translation>¡Felicidades! Ya tiene una cuenta.</translation>
    </message>
    <message>
        <source>update profile</source>
        <translation>actualizar perfil</translation>
    </message>
    <message>
        <source>Now just update your profile and click “update profile.”</source>
        <translation>Ahora solo actualice su perfil y toque “actualizar perfil”.</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Número de teléfono</translation>
    </message>
    <message>
        <source>With the area code, for example 555 010 1234</source>
        <translation>Con el código de área, por ejemplo 555 010 1234</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>Calle y número</translation>
    </message>
    <message>
        <source>City and state</source>
        <translation>Ciudad y estado</translation>
    </message>
    <message>
        <source>In which language may we write to you?</source>
        <translation>¿En qué idioma podemos escribirle?</translation>
    </message>
    <message>
        <source>How may we reach you best?</source>
        <translation>¿Cómo prefiere que nos comuniquemos con usted?</translation>
    </message>
    <message>
        <source>Skip for now</source>
        <translation>Omitir por ahora</translation>
    </message>
    <message>
        <source>By email</source>
        <translation>Por correo electrónico</translation>
    </message>
    <message>
        <source>By phone</source>
        <translation>Por teléfono</translation>
    </message>
    <message>
        <source>By mail</source>
        <translation>Por carta</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Step %1 of %2</source>
        <translation>Paso %1 de %2</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>What was the name of your first school?</source>
        <translation>¿Cómo se llamaba su primera escuela?</translation>
    </message>
    <message>
        <source>What was the name of your first pet?</source>
        <translation>¿Cómo se llamaba su primera mascota?</translation>
    </message>
    <message>
        <source>On which street did you live as a child?</source>
        <translation>¿En qué calle vivía de niño o niña?</translation>
    </message>
    <message>
        <source>Who was your best friend as a child?</source>
        <translation>¿Quién era su mejor amigo o amiga de la infancia?</translation>
    </message>
    <message>
        <source>Who was your favorite teacher?</source>
        <translation>¿Quién fue su maestro o maestra preferida?</translation>
    </message>
    <message>
        <source>What was your first job?</source>
        <translation>¿Cuál fue su primer trabajo?</translation>
    </message>
    <message>
        <source>In which town did your parents meet?</source>
        <translation>¿En qué ciudad se conocieron sus padres?</translation>
    </message>
    <message>
        <source>What was your favorite food as a child?</source>
        <translation>¿Cuál era su comida preferida de la infancia?</translation>
    </message>
    <message>
        <source>Where did your first long trip go?</source>
        <translation>¿A dónde fue su primer viaje largo?</translation>
    </message>
    <message>
        <source>What was the first name of a grandmother of yours?</source>
        <translation>¿Cuál era el nombre de una de sus abuelas?</translation>
    </message>
</context>
<context>
    <name>RecoverAnswerPage</name>
    <message>
        <source>Answer your secret question</source>
        <translation>Conteste su pregunta secreta</translation>
    </message>
    <message>
        <source>Do you share your email with a twin? If this is not your question, type the answer to your own.</source>
        <translation>¿Comparte su correo con un gemelo o una gemela? Si esta no es su pregunta, escriba la respuesta a la suya.</translation>
    </message>
</context>
<context>
    <name>RecoverBirthDatePage</name>
    <message>
        <source>Confirm your date of birth</source>
        <translation>Confirme su fecha de nacimiento</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Fecha de nacimiento</translation>
    </message>
</context>
<context>
    <name>RecoverEmailPage</name>
    <message>
        <source>Enter your email address.</source>
        <translation>Escriba su correo electrónico.</translation>
    </message>
    <message>
        <source>Email address</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>The one of your account: your user ID is sent there. No email? The front desk makes you a slip.</source>
        <translation>El de su cuenta: allí le enviamos su nombre de usuario. ¿No tiene correo? En recepción le dan un papel.</translation>
    </message>
</context>
<context>
    <name>RecoverUserIdPage</name>
    <message>
        <source>Enter your user ID.</source>
        <translation>Escriba su nombre de usuario.</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>Nombre de usuario</translation>
    </message>
    <message>
        <source>Not known either? “forgot your user ID?” on the first screen helps.</source>
        <translation>¿Tampoco lo sabe? Toque “¿olvidó su nombre de usuario?” en la primera pantalla.</translation>
    </message>
</context>
<context>
    <name>RequiredQuestionsPage</name>
    <message>
        <source>Required questions</source>
        <translation>Preguntas obligatorias</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>Género</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Número de teléfono</translation>
    </message>
    <message>
        <source>With the area code, for example 555 010 1234</source>
        <translation>Con el código de área, por ejemplo 555 010 1234</translation>
    </message>
</context>
<context>
    <name>ResendPanel</name>
    <message>
        <source>No code?</source>
        <translation>¿No tiene el código?</translation>
    </message>
    <message>
        <source>Have your activation code resent to you</source>
        <translation>Recibir otra vez mi código de activación</translation>
    </message>
    <message>
        <source>They can help you go on without the code.</source>
        <translation>Allí pueden ayudarle a seguir sin el código.</translation>
    </message>
    <message>
        <source>Ask the front desk</source>
        <translation>Preguntar en recepción</translation>
    </message>
    <message>
        <source>Done. If your practice has an email address for you, your code is on its way. What you typed stays here.</source>
        <translation>Listo. Si su consultorio tiene su correo electrónico, el código va en camino. Lo que escribió se queda aquí.</translation>
    </message>
    <message>
        <source>Please wait a little. You can ask again in %1.</source>
        <translation>Espere un poco, por favor. Puede pedirlo otra vez en %1.</translation>
    </message>
    <message>
        <source>We are not connected now. If no email comes, please ask the front desk.</source>
        <translation>Ahora no tenemos conexión. Si no llega ningún correo, pregunte en recepción.</translation>
    </message>
</context>
<context>
    <name>ResetSlipPage</name>
    <message>
        <source>Your slip from the front desk</source>
        <translation>Su papel de la recepción</translation>
    </message>
    <message>
        <source>Hold the square code of your slip under the scanner, or type the code.</source>
        <translation>Ponga el código cuadrado de su papel bajo el lector, o escriba el código.</translation>
    </message>
    <message>
        <source>Code on the slip</source>
        <translation>Código del papel</translation>
    </message>
    <message>
        <source>15 letters and numbers, in three groups. We put the lines in between.</source>
        <translation>15 letras y números, en tres grupos. Nosotros ponemos los guiones.</translation>
    </message>
    <message>
        <source>Date of birth of the patient</source>
        <translation>Fecha de nacimiento del paciente</translation>
    </message>
</context>
<context>
    <name>RuleChecklist</name>
    <message>
        <source>not yet</source>
        <translation>todavía no</translation>
    </message>
    <message>
        <source>done</source>
        <translation>cumplido</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>no se cumple</translation>
    </message>
</context>
<context>
    <name>SavedPage</name>
    <message>
        <source>Saved. Your account becomes active when we are connected.</source>
        <translation>Guardado. Su cuenta se activará cuando tengamos conexión.</translation>
    </message>
    <message>
        <source>Your answers are safe and you need not wait. Please remember your user ID and your password. If something is missing, the front desk will tell you.</source>
        <translation>Sus respuestas están seguras y no tiene que esperar. Recuerde su nombre de usuario y su contraseña. Si falta algo, recepción le avisará.</translation>
    </message>
</context>
<context>
    <name>ScannerCard</name>
    <message>
        <source>Scanner test</source>
        <translation>Prueba del lector</translation>
    </message>
    <message>
        <source>Press here, then scan a code, or type it and press Enter</source>
        <translation>Toque aquí y escanee un código, o escríbalo y presione Enter</translation>
    </message>
    <message>
        <source>The scanner works: this is an activation code.</source>
        <translation>El lector funciona: este es un código de activación.</translation>
    </message>
    <message>
        <source>The scanner works: this is the code of a slip for a new password.</source>
        <translation>El lector funciona: este es el código de una hoja para una contraseña nueva.</translation>
    </message>
    <message>
        <source>This looks like a code of ours, but was not read right.</source>
        <translation>Parece un código nuestro, pero no se leyó bien.</translation>
    </message>
    <message>
        <source>The scanner works, but this is not one of our codes.</source>
        <translation>El lector funciona, pero este no es un código nuestro.</translation>
    </message>
</context>
<context>
    <name>ScreenCard</name>
    <message>
        <source>This screen</source>
        <translation>Esta pantalla</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste alto</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>This could not be saved: it lasts until the program is closed.</source>
        <translation>No se pudo guardar: vale hasta que se cierre el programa.</translation>
    </message>
</context>
<context>
    <name>SecretQuestionPiece</name>
    <message>
        <source>Your answer</source>
        <translation>Su respuesta</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>These do not match. If you moved, try your old ZIP code, or ask the front desk.</source>
        <translation>Los datos no coinciden. Si se mudó, pruebe con su código postal anterior, o pregunte en recepción.</translation>
    </message>
    <message>
        <source>Ouch! Please wait 15 minutes and try again. We set a maximum number to ensure the security of your account.</source>
        <translation>¡Ay! Espere 15 minutos e intente de nuevo. Ponemos un límite de intentos para la seguridad de su cuenta.</translation>
    </message>
    <message>
        <source>Somebody already has this user ID. Please choose another one</source>
        <translation>Alguien ya tiene este nombre de usuario. Elija otro</translation>
    </message>
    <message>
        <source>We could not save this. Nothing is lost: please try again, or see the front desk.</source>
        <translation>No pudimos guardar esto. No se perdió nada: intente de nuevo, o vaya a recepción.</translation>
    </message>
    <message>
        <source>This code does not fit. Please check your code, have it resent, or ask the front desk.</source>
        <translation>Este código no coincide. Revise su código, pida que se lo envíen otra vez, o pregunte en recepción.</translation>
    </message>
    <message>
        <source>This code does not fit. Please check the text message and try again.</source>
        <translation>Este código no coincide. Revise el mensaje de texto e intente de nuevo.</translation>
    </message>
    <message>
        <source>This code does not work any more. Press “Send again” for a new one.</source>
        <translation>Este código ya no vale. Toque “Enviar otra vez” para recibir uno nuevo.</translation>
    </message>
    <message>
        <source>This took too long. Nothing is lost: please press “Back”, then “Continue”, and try again.</source>
        <translation>Pasó demasiado tiempo. No se perdió nada: toque “Atrás”, después “Continuar”, e intente de nuevo.</translation>
    </message>
    <message>
        <source>You asked for this several times. Please wait a few minutes, or ask the front desk.</source>
        <translation>Ya lo pidió varias veces. Espere unos minutos, o pregunte en recepción.</translation>
    </message>
    <message>
        <source>User ID and password do not match. Please try again.</source>
        <translation>El nombre de usuario y la contraseña no coinciden. Intente de nuevo.</translation>
    </message>
    <message>
        <source>This took too long. Please press “Start over” in “Need Help?” and log in again.</source>
        <translation>Pasó demasiado tiempo. Toque “Empezar de nuevo” en “¿Necesita ayuda?” e inicie sesión otra vez.</translation>
    </message>
    <message>
        <source>Code and password do not fit. Please check both, or open the link of the mail.</source>
        <translation>El código y la contraseña no coinciden. Revise los dos, o abra el enlace del correo.</translation>
    </message>
    <message>
        <source>These digits do not work any more. Please open the link of the mail.</source>
        <translation>Estas cifras ya no valen. Abra el enlace del correo, por favor.</translation>
    </message>
    <message>
        <source>These do not match, or the slip was used before or is too old. Please check the code and the date of birth, or see the front desk.</source>
        <translation>Los datos no coinciden, o el papel ya se usó o está vencido. Revise el código y la fecha de nacimiento, o vaya a recepción.</translation>
    </message>
    <message>
        <source>A name cannot have this sign: %1</source>
        <translation>Un nombre no puede llevar este signo: %1</translation>
    </message>
    <message>
        <source>A user ID cannot have this sign: %1. Use letters, numbers, dots, - and _</source>
        <translation>Un nombre de usuario no puede llevar este signo: %1. Use letras, números, puntos, - y _</translation>
    </message>
    <message>
        <source>A code never has this sign: %1. Please check your code</source>
        <translation>Un código nunca lleva este signo: %1. Revise su código</translation>
    </message>
    <message>
        <source>Your password cannot have this sign: %1. Use only letters A-Z and numbers</source>
        <translation>Su contraseña no puede llevar este signo: %1. Use solo letras A-Z y números</translation>
    </message>
    <message>
        <source>Enter your last name, or tick “I have only one name”</source>
        <translation>Escriba su apellido, o marque “Tengo un solo nombre”</translation>
    </message>
    <message>
        <source>Enter your email address, or tick “I have no email”</source>
        <translation>Escriba su correo electrónico, o marque “No tengo correo electrónico”</translation>
    </message>
    <message>
        <source>Enter a 5-digit ZIP code, or tick “I have no US ZIP”</source>
        <translation>Escriba un código postal de 5 cifras, o marque “No tengo código postal de Estados Unidos”</translation>
    </message>
    <message>
        <source>Enter your own name, as the parent or guardian</source>
        <translation>Escriba su propio nombre, como madre, padre o tutor</translation>
    </message>
    <message>
        <source>Choose a gender, or “Prefer not to say”</source>
        <translation>Elija una respuesta, o “Prefiero no decirlo”</translation>
    </message>
    <message>
        <source>Choose a secret question</source>
        <translation>Elija una pregunta secreta</translation>
    </message>
    <message>
        <source>Enter your password</source>
        <translation>Escriba su contraseña</translation>
    </message>
    <message>
        <source>Enter your first name</source>
        <translation>Escriba su nombre</translation>
    </message>
    <message>
        <source>Use at most 60 letters for a name</source>
        <translation>Use 60 letras como máximo para un nombre</translation>
    </message>
    <message>
        <source>Use only letters, spaces, hyphens and apostrophes in a name</source>
        <translation>Use solo letras, espacios, guiones y apóstrofos en un nombre</translation>
    </message>
    <message>
        <source>Enter the month, the day and the year with 4 digits</source>
        <translation>Escriba el mes, el día y el año con 4 cifras</translation>
    </message>
    <message>
        <source>There is no such day. Please check the month, the day and the year</source>
        <translation>Ese día no existe. Revise el mes, el día y el año</translation>
    </message>
    <message>
        <source>Enter a year from 1900 on</source>
        <translation>Escriba un año desde 1900</translation>
    </message>
    <message>
        <source>This day has not come yet. Please check the year</source>
        <translation>Ese día todavía no ha llegado. Revise el año</translation>
    </message>
    <message>
        <source>Enter a 5-digit ZIP code</source>
        <translation>Escriba un código postal de 5 cifras</translation>
    </message>
    <message>
        <source>Enter your email address. If you have no email, please ask the front desk.</source>
        <translation>Escriba su correo electrónico. Si no tiene, pregunte en recepción.</translation>
    </message>
    <message>
        <source>Enter an email address like name@example.com</source>
        <translation>Escriba un correo como nombre@example.com</translation>
    </message>
    <message>
        <source>Enter a phone number with its area code, like 555 010 1234</source>
        <translation>Escriba un teléfono con su código de área, como 555 010 1234</translation>
    </message>
    <message>
        <source>Use 6 to 32 characters for your user ID</source>
        <translation>Use de 6 a 32 caracteres para su nombre de usuario</translation>
    </message>
    <message>
        <source>Use only letters A-Z, numbers, dots, - and _ in your user ID</source>
        <translation>Use solo letras A-Z, números, puntos, - y _ en su nombre de usuario</translation>
    </message>
    <message>
        <source>Nobody can have this user ID. Please choose another one</source>
        <translation>Nadie puede tener este nombre de usuario. Elija otro</translation>
    </message>
    <message>
        <source>A code has 15 letters and numbers. Please check your code</source>
        <translation>Un código tiene 15 letras y números. Revise su código</translation>
    </message>
    <message>
        <source>A code has only letters and numbers. Please check your code</source>
        <translation>Un código solo tiene letras y números. Revise su código</translation>
    </message>
    <message>
        <source>One letter or number is not right. Please check your code</source>
        <translation>Una letra o un número no es correcto. Revise su código</translation>
    </message>
    <message>
        <source>This is not a code of our practice. Please ask the front desk</source>
        <translation>Este no es un código de nuestro consultorio. Pregunte en recepción</translation>
    </message>
    <message>
        <source>This slip is for your user ID or a new password. Use it with “forgot your password?” on the first screen</source>
        <translation>Este papel es para su nombre de usuario o una contraseña nueva. Úselo en “¿olvidó su contraseña?”, en la primera pantalla</translation>
    </message>
    <message>
        <source>This code is for a new account. Use it with “I have an invitation” on the first screen</source>
        <translation>Este código es para una cuenta nueva. Úselo en “Tengo una invitación”, en la primera pantalla</translation>
    </message>
    <message>
        <source>Use at least 6 characters for your password</source>
        <translation>Use al menos 6 caracteres para su contraseña</translation>
    </message>
    <message>
        <source>Use at most 64 characters for your password</source>
        <translation>Use 64 caracteres como máximo para su contraseña</translation>
    </message>
    <message>
        <source>Put at least one number OR an upper case letter into your password</source>
        <translation>Ponga al menos un número O una letra mayúscula en su contraseña</translation>
    </message>
    <message>
        <source>Use only letters A-Z and numbers in your password</source>
        <translation>Use solo letras A-Z y números en su contraseña</translation>
    </message>
    <message>
        <source>Choose one of the answers</source>
        <translation>Elija una de las respuestas</translation>
    </message>
    <message>
        <source>Answer your secret question with at least one letter or number</source>
        <translation>Conteste su pregunta secreta con al menos una letra o un número</translation>
    </message>
    <message>
        <source>Use at most 100 characters for your answer</source>
        <translation>Use 100 caracteres como máximo para su respuesta</translation>
    </message>
    <message>
        <source>Tick the box to agree, or ask the front desk</source>
        <translation>Marque la casilla para aceptar, o pregunte en recepción</translation>
    </message>
    <message>
        <source>Use at most 200 characters for your address</source>
        <translation>Use 200 caracteres como máximo para su dirección</translation>
    </message>
    <message>
        <source>Enter the 6 digits of the code</source>
        <translation>Escriba las 6 cifras del código</translation>
    </message>
    <message>
        <source>Enter your user ID</source>
        <translation>Escriba su nombre de usuario</translation>
    </message>
    <message>
        <source>This is not the password you chose before. Type the same password again</source>
        <translation>Esta no es la contraseña que eligió antes. Escriba la misma contraseña otra vez</translation>
    </message>
    <message>
        <source>Enter your first name, so that we know how to call you</source>
        <translation>Escriba su nombre, para saber cómo llamarle</translation>
    </message>
    <message>
        <source>Enter a phone number with its area code, or an email address</source>
        <translation>Escriba un teléfono con su código de área, o un correo electrónico</translation>
    </message>
</context>
<context>
    <name>SetPasswordPage</name>
    <message>
        <source>Answer your security question and develop a new password</source>
        <translation>Conteste su pregunta de seguridad y cree una contraseña nueva</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Contraseña nueva</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
</context>
<context>
    <name>SetupWords</name>
    <message>
        <source>This passphrase does not open this device.</source>
        <translation>Esta frase no abre este equipo.</translation>
    </message>
    <message>
        <source>This device&apos;s files have another key. Delete nothing, and call support.</source>
        <translation>Los archivos de este equipo tienen otra clave. No borre nada y llame al soporte.</translation>
    </message>
    <message>
        <source>This device&apos;s key file is missing. Delete nothing, and call support.</source>
        <translation>Falta el archivo de clave de este equipo. No borre nada y llame al soporte.</translation>
    </message>
    <message>
        <source>Files of this device are missing. Delete nothing, and call support.</source>
        <translation>Faltan archivos de este equipo. No borre nada y llame al soporte.</translation>
    </message>
    <message>
        <source>This device&apos;s files are damaged. Delete nothing, and call support.</source>
        <translation>Los archivos de este equipo están dañados. No borre nada y llame al soporte.</translation>
    </message>
    <message>
        <source>This device&apos;s files are gone. Please call support.</source>
        <translation>Los archivos de este equipo ya no están. Llame al soporte.</translation>
    </message>
    <message>
        <source>This device is enrolled for other screens than these. Please call support.</source>
        <translation>Este equipo está registrado para otras pantallas. Llame al soporte.</translation>
    </message>
    <message>
        <source>The disk is full. Make room on it and try again: nothing is lost.</source>
        <translation>El disco está lleno. Libere espacio e intente de nuevo: no se perdió nada.</translation>
    </message>
    <message>
        <source>The files cannot be read or written now. If it stays so, call support.</source>
        <translation>Ahora no se pueden leer ni escribir los archivos. Si sigue igual, llame al soporte.</translation>
    </message>
    <message>
        <source>This did not work. Please try again.</source>
        <translation>No funcionó. Intente de nuevo.</translation>
    </message>
</context>
<context>
    <name>SheetModel</name>
    <message>
        <source>Column</source>
        <translation>Columna</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Ejemplo</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Contiene</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>En orden</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Nacimiento</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>Hoja</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
</context>
<context>
    <name>SheetPreview</name>
    <message>
        <source>How the file was read</source>
        <translation>Cómo se leyó el archivo</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Preguntar otra vez</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>En orden</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Omitidas</translation>
    </message>
    <message>
        <source>Import %1 of %2</source>
        <translation>Importar %1 de %2</translation>
    </message>
    <message>
        <source>Save the %1 left out as CSV</source>
        <translation>Guardar las %1 omitidas como CSV</translation>
    </message>
    <message>
        <source>Choose another file</source>
        <translation>Elegir otro archivo</translation>
    </message>
    <message>
        <source>Rows of the file</source>
        <translation>Filas del archivo</translation>
    </message>
    <message>
        <source>There is no such row in this file.</source>
        <translation>No hay ninguna fila así en este archivo.</translation>
    </message>
    <message>
        <source>Rows: %1</source>
        <translation>Filas: %1</translation>
    </message>
    <message>
        <source>FHIR Bundle</source>
        <translation>Bundle FHIR</translation>
    </message>
    <message>
        <source>Which column holds this: %1?</source>
        <translation>¿Qué columna contiene esto: %1?</translation>
    </message>
    <message>
        <source>Day or month first? The dates of birth in this file can be read both ways.</source>
        <translation>¿Primero el día o el mes? Las fechas de nacimiento de este archivo se pueden leer de las dos maneras.</translation>
    </message>
    <message>
        <source>Not connected: checked against this desk&apos;s list only. Patients who have an account, or were invited on another day, may get a second slip.</source>
        <translation>Sin conexión: solo se comparó con la lista de este equipo. Los pacientes con una cuenta, o con una invitación de otro día, podrían recibir otra hoja.</translation>
    </message>
</context>
<context>
    <name>SheetRun</name>
    <message>
        <source>%1 of %2 invitations are made …</source>
        <translation>%1 de %2 invitaciones creadas …</translation>
    </message>
    <message>
        <source>Stop here</source>
        <translation>Parar aquí</translation>
    </message>
    <message>
        <source>%1 of %2 invitations are made</source>
        <translation>%1 de %2 invitaciones creadas</translation>
    </message>
    <message>
        <source>What is made stays, also if you stop.</source>
        <translation>Lo ya creado se conserva, aunque usted pare.</translation>
    </message>
    <message>
        <source>Print %1 slips</source>
        <translation>Imprimir hojas (%1)</translation>
    </message>
    <message>
        <source>Import another sheet</source>
        <translation>Importar otra lista</translation>
    </message>
    <message>
        <source>Leave them unprinted</source>
        <translation>Dejarlas sin imprimir</translation>
    </message>
    <message>
        <source>Then this device&apos;s storage stopped working. Please call technical support.</source>
        <translation>Después dejó de funcionar la memoria de este equipo. Llame al soporte técnico.</translation>
    </message>
    <message>
        <source>You stopped the import. Load the file again for the rest.</source>
        <translation>Usted paró la importación. Cargue el archivo otra vez para el resto.</translation>
    </message>
    <message>
        <source>%1 got an invitation in the meantime and were left out.</source>
        <translation>%1 recibieron una invitación entretanto y se omitieron.</translation>
    </message>
</context>
<context>
    <name>SheetSettings</name>
    <message>
        <source>Dates are written</source>
        <translation>Las fechas se escriben</translation>
    </message>
    <message>
        <source>Between two cells stands</source>
        <translation>Entre dos celdas hay</translation>
    </message>
    <message>
        <source>Letters are written as</source>
        <translation>Las letras se escriben en</translation>
    </message>
    <message>
        <source>Choose a column of the file, then what it holds.</source>
        <translation>Elija una columna del archivo y luego lo que contiene.</translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation>Columnas del archivo</translation>
    </message>
    <message>
        <source>%1 holds</source>
        <translation>%1 contiene</translation>
    </message>
</context>
<context>
    <name>SheetWords</name>
    <message>
        <source>Nothing we need</source>
        <translation>Nada que necesitemos</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Apellido</translation>
    </message>
    <message>
        <source>Whole name: Last, First</source>
        <translation>Nombre completo: Apellido, Nombre</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Fecha de nacimiento</translation>
    </message>
    <message>
        <source>ZIP code</source>
        <translation>Código postal (ZIP)</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>Género</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Parent or guardian</source>
        <translation>Madre, padre o tutor</translation>
    </message>
    <message>
        <source>Time of the appointment</source>
        <translation>Hora de la cita</translation>
    </message>
    <message>
        <source>Status of the patient or appointment</source>
        <translation>Estado del paciente o de la cita</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Coma</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Punto y coma</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulador</translation>
    </message>
    <message>
        <source>Vertical bar</source>
        <translation>Barra vertical</translation>
    </message>
    <message>
        <source>Year first: 1984-03-27</source>
        <translation>Primero el año: 1984-03-27</translation>
    </message>
    <message>
        <source>Month first: 03/27/1984</source>
        <translation>Primero el mes: 03/27/1984</translation>
    </message>
    <message>
        <source>Day first: 27/03/1984</source>
        <translation>Primero el día: 27/03/1984</translation>
    </message>
    <message>
        <source>There are no rows in this file.</source>
        <translation>Este archivo no tiene filas.</translation>
    </message>
    <message>
        <source>This file is larger than 20 MB. Please export one day only.</source>
        <translation>Este archivo pasa de 20 MB. Exporte un solo día.</translation>
    </message>
    <message>
        <source>This file has more than %1 rows. Please export one day only.</source>
        <translation>Este archivo tiene más de %1 filas. Exporte un solo día.</translation>
    </message>
    <message>
        <source>This file has too many columns for a day sheet.</source>
        <translation>Este archivo tiene demasiadas columnas para una lista del día.</translation>
    </message>
    <message>
        <source>A cell of this file holds a whole book. This is not a day sheet.</source>
        <translation>Una celda de este archivo contiene un libro entero. No es una lista del día.</translation>
    </message>
    <message>
        <source>A quotation mark in this file never ends. Please export it again.</source>
        <translation>En este archivo hay comillas que no se cierran. Expórtelo otra vez.</translation>
    </message>
    <message>
        <source>This is not a CSV file, or its letters cannot be read. Save it as CSV UTF-8.</source>
        <translation>Esto no es un archivo CSV, o sus letras no se pueden leer. Guárdelo como CSV UTF-8.</translation>
    </message>
    <message>
        <source>This file is neither CSV nor a whole FHIR Bundle.</source>
        <translation>Este archivo no es CSV ni un Bundle FHIR completo.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>Falta: %1.</translation>
    </message>
    <message>
        <source>Where does the last name begin? Write it as Last, First.</source>
        <translation>¿Dónde empieza el apellido? Escríbalo así: Apellido, Nombre.</translation>
    </message>
    <message>
        <source>The ZIP code is missing. A patient from abroad needs a country instead.</source>
        <translation>Falta el código postal. Para un paciente del extranjero, indique el país.</translation>
    </message>
    <message>
        <source>The ZIP code has 4 digits: a spreadsheet may have dropped the 0 in front.</source>
        <translation>El código postal tiene 4 cifras: quizás una hoja de cálculo quitó el 0 inicial.</translation>
    </message>
    <message>
        <source>This row has more cells than the first row.</source>
        <translation>Esta fila tiene más celdas que la primera.</translation>
    </message>
    <message>
        <source>The same person as in row %1.</source>
        <translation>La misma persona que en la fila %1.</translation>
    </message>
    <message>
        <source>The patient has died.</source>
        <translation>El paciente falleció.</translation>
    </message>
    <message>
        <source>The patient&apos;s record is marked as no longer in use.</source>
        <translation>La ficha del paciente está marcada como fuera de uso.</translation>
    </message>
    <message>
        <source>The appointment will not take place.</source>
        <translation>La cita no se realizará.</translation>
    </message>
    <message>
        <source>Has an invitation that still works: %1.</source>
        <translation>Tiene una invitación todavía vigente: %1.</translation>
    </message>
    <message>
        <source>Has an account already.</source>
        <translation>Ya tiene una cuenta.</translation>
    </message>
    <message>
        <source>%1 has more than 60 letters.</source>
        <translation>%1: más de 60 letras.</translation>
    </message>
    <message>
        <source>%1 cannot have this sign: %2</source>
        <translation>%1: no puede llevar este signo: %2</translation>
    </message>
    <message>
        <source>The date of birth is not whole, or not in the file&apos;s format.</source>
        <translation>La fecha de nacimiento no está completa o no sigue el formato del archivo.</translation>
    </message>
    <message>
        <source>There is no such day: check it, or the file&apos;s date format.</source>
        <translation>Ese día no existe: revíselo, o el formato de fecha del archivo.</translation>
    </message>
    <message>
        <source>The date of birth is before 1900.</source>
        <translation>La fecha de nacimiento es anterior a 1900.</translation>
    </message>
    <message>
        <source>The date of birth has not come yet.</source>
        <translation>La fecha de nacimiento aún no ha llegado.</translation>
    </message>
    <message>
        <source>The ZIP code needs 5 digits.</source>
        <translation>El código postal necesita 5 cifras.</translation>
    </message>
    <message>
        <source>The email address is not whole.</source>
        <translation>El correo electrónico no está completo.</translation>
    </message>
    <message>
        <source>The phone number needs 10 digits.</source>
        <translation>El número de teléfono necesita 10 cifras.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1: no se puede leer.</translation>
    </message>
    <message>
        <source>Child, %1</source>
        <translation>Menor, %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Locked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>Front desk</source>
        <translation>Recepción</translation>
    </message>
    <message>
        <source>%1 is signed in. Type your PIN to go on.</source>
        <translation>%1 está dentro. Escriba su PIN para seguir.</translation>
    </message>
    <message>
        <source>Choose your name and type your PIN.</source>
        <translation>Elija su nombre y escriba su PIN.</translation>
    </message>
    <message>
        <source>%1 hands over. Choose your name and type your PIN: the work goes on in your name.</source>
        <translation>%1 entrega el turno. Elija su nombre y escriba su PIN: el trabajo sigue a su nombre.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Su nombre</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Entrar</translation>
    </message>
    <message>
        <source>Back to the patient screens</source>
        <translation>Volver a las pantallas de pacientes</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Entregar turno</translation>
    </message>
    <message>
        <source>PIN of %1</source>
        <translation>PIN de %1</translation>
    </message>
</context>
<context>
    <name>SlipActs</name>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>Save slip as PDF</source>
        <translation>Guardar hoja como PDF</translation>
    </message>
    <message>
        <source>Save the slips as PDF</source>
        <translation>Guardar las hojas como PDF</translation>
    </message>
    <message>
        <source>Email it without a slip</source>
        <translation>Enviarla por correo sin hoja</translation>
    </message>
    <message>
        <source>Cancel printing</source>
        <translation>Cancelar la impresión</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>SlipOffer</name>
    <message>
        <source>I have a slip from the front desk</source>
        <translation>Tengo un papel de la recepción</translation>
    </message>
</context>
<context>
    <name>SlipPasswordPage</name>
    <message>
        <source>Choose a user ID and a password</source>
        <translation>Elija un nombre de usuario y una contraseña</translation>
    </message>
    <message>
        <source>Choose a new password</source>
        <translation>Elija una contraseña nueva</translation>
    </message>
    <message>
        <source>Your user ID:</source>
        <translation>Su nombre de usuario:</translation>
    </message>
    <message>
        <source>Your account has no user ID yet. Please choose one, and a new password.</source>
        <translation>Su cuenta aún no tiene nombre de usuario. Elija uno, y una contraseña nueva.</translation>
    </message>
    <message>
        <source>Please write it down. Do you still know your password? Then you need no new one.</source>
        <translation>Anótelo, por favor. ¿Todavía sabe su contraseña? Entonces no necesita una nueva.</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>Nombre de usuario</translation>
    </message>
    <message>
        <source>Please write it down.</source>
        <translation>Anótelo, por favor.</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Contraseña nueva</translation>
    </message>
</context>
<context>
    <name>SlipStep</name>
    <message>
        <source>Invitation %1 is made</source>
        <translation>La invitación %1 está creada</translation>
    </message>
    <message>
        <source>The activation code goes into the email, too. Fold the slip so that it lies inside.</source>
        <translation>El código de activación va también en el correo. Doble la hoja para que quede adentro.</translation>
    </message>
    <message>
        <source>The activation code stands on paper only. Fold the slip so that it lies inside.</source>
        <translation>El código de activación está solo en papel. Doble la hoja para que quede adentro.</translation>
    </message>
    <message>
        <source>Email the invitation, too</source>
        <translation>Enviar la invitación también por correo</translation>
    </message>
    <message>
        <source>The slip could not be saved or not be read back. The invitation stays. Please try again.</source>
        <translation>La hoja no se pudo guardar o leer. La invitación se conserva. Intente de nuevo.</translation>
    </message>
    <message>
        <source>%1 invitations are made</source>
        <translation>%1 invitaciones creadas</translation>
    </message>
    <message>
        <source>The one-time slip is made</source>
        <translation>La hoja de un solo uso está creada</translation>
    </message>
    <message>
        <source>One-time slip</source>
        <translation>Hoja de un solo uso</translation>
    </message>
    <message>
        <source>New slips</source>
        <translation>Hojas nuevas</translation>
    </message>
    <message>
        <source>New slip</source>
        <translation>Hoja nueva</translation>
    </message>
    <message>
        <source>Count the good ones from the first one on. What came out after them is printed again: destroy it.</source>
        <translation>Cuente las buenas desde la primera. Lo que salió después se imprime otra vez: destrúyalo.</translation>
    </message>
    <message>
        <source>Did it print well? Please look at the paper.</source>
        <translation>¿Se imprimió bien? Mire el papel, por favor.</translation>
    </message>
    <message>
        <source>Did all labels print? Please look at the paper.</source>
        <translation>¿Se imprimieron todas las etiquetas? Mire el papel, por favor.</translation>
    </message>
    <message>
        <source>The activation code goes out by email alone.</source>
        <translation>El código de activación va solo por correo electrónico.</translation>
    </message>
    <message>
        <source>With it the patient chooses a new password within the hour. Nobody else may read its code.</source>
        <translation>Con ella el paciente elige una contraseña nueva antes de una hora. Nadie más debe leer su código.</translation>
    </message>
    <message>
        <source>The activation code stands on the label. Hand it over so that nobody else reads it.</source>
        <translation>El código de activación está en la etiqueta. Entréguela de modo que nadie más lo lea.</translation>
    </message>
    <message>
        <source>Nothing is lost: it is still to be printed.</source>
        <translation>No se perdió nada: todavía falta imprimirla.</translation>
    </message>
    <message>
        <source>Cancelled. No file was made, and nothing counts as printed.</source>
        <translation>Cancelado. No se creó ningún archivo, y nada cuenta como impreso.</translation>
    </message>
    <message>
        <source>This device&apos;s storage does not work: nothing was noted. Please call technical support.</source>
        <translation>La memoria de este equipo no funciona: no se anotó nada. Llame al soporte técnico.</translation>
    </message>
    <message>
        <source>Making the file … %1 of %2</source>
        <translation>Creando el archivo … %1 de %2</translation>
    </message>
    <message>
        <source>Reading every code back … %1 of %2</source>
        <translation>Comprobando cada código … %1 de %2</translation>
    </message>
    <message>
        <source>Saved. Noting them as printed … %1 of %2</source>
        <translation>Guardadas. Anotándolas como impresas … %1 de %2</translation>
    </message>
    <message>
        <source>Saved, and every QR code was read back: %1</source>
        <translation>Guardadas, y se comprobó cada código QR: %1</translation>
    </message>
    <message>
        <source>Leave them unprinted</source>
        <translation>Dejarlas sin imprimir</translation>
    </message>
    <message>
        <source>Import another sheet</source>
        <translation>Importar otra lista</translation>
    </message>
    <message>
        <source>Next patient</source>
        <translation>Siguiente paciente</translation>
    </message>
    <message>
        <source>Leave it unprinted</source>
        <translation>Dejarla sin imprimir</translation>
    </message>
    <message>
        <source>Nothing is lost: %1 of %2 are still to be printed.</source>
        <translation>No se perdió nada: faltan por imprimir %1 de %2.</translation>
    </message>
    <message>
        <source>The slip could not be saved or not be read back. Please try again.</source>
        <translation>La hoja no se pudo guardar o leer. Intente de nuevo.</translation>
    </message>
    <message>
        <source>The slips could not be saved or not be read back. The invitations stay. Please try again.</source>
        <translation>Las hojas no se pudieron guardar o leer. Las invitaciones se conservan. Intente de nuevo.</translation>
    </message>
    <message>
        <source>Printing … %1 of %2 are done.</source>
        <translation>Imprimiendo … %1 de %2 listas.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Un momento …</translation>
    </message>
    <message>
        <source>Saved, and its QR code was read back: %1</source>
        <translation>Guardada, y su código QR se leyó bien: %1</translation>
    </message>
    <message>
        <source>Printed, and every QR code was read back.</source>
        <translation>Impresas, y se comprobó cada código QR.</translation>
    </message>
    <message>
        <source>The email goes out with the next sync.</source>
        <translation>El correo sale con la próxima sincronización.</translation>
    </message>
    <message>
        <source>The slip, without its code</source>
        <translation>La hoja, sin su código</translation>
    </message>
</context>
<context>
    <name>StaffArea</name>
    <message>
        <source>Close the kiosk?</source>
        <translation>¿Cerrar el quiosco?</translation>
    </message>
    <message>
        <source>Nobody can use this device until it is started again.</source>
        <translation>Nadie podrá usar este equipo hasta que se inicie otra vez.</translation>
    </message>
    <message>
        <source>Slips are still to be printed. If you close now, you have to make new ones afterwards.</source>
        <translation>Faltan hojas por imprimir. Si cierra ahora, después tendrá que crear otras.</translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation>Dejarlo abierto</translation>
    </message>
    <message>
        <source>Close the kiosk</source>
        <translation>Cerrar el quiosco</translation>
    </message>
</context>
<context>
    <name>StaffCard</name>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>PIN nuevo</translation>
    </message>
    <message>
        <source>Add a colleague</source>
        <translation>Agregar colega</translation>
    </message>
    <message>
        <source>Make receptionist</source>
        <translation>Hacer recepcionista</translation>
    </message>
    <message>
        <source>Make manager</source>
        <translation>Hacer gerente</translation>
    </message>
    <message>
        <source>May no longer sign in</source>
        <translation>Quitar el acceso</translation>
    </message>
    <message>
        <source>May sign in again</source>
        <translation>Devolver el acceso</translation>
    </message>
</context>
<context>
    <name>StaffDoor</name>
    <message>
        <source>This device knows no staff yet. They come from the portal when it is connected.</source>
        <translation>Este equipo aún no conoce al personal. Llega del portal cuando hay conexión.</translation>
    </message>
    <message>
        <source>Choose your name first.</source>
        <translation>Elija primero su nombre.</translation>
    </message>
    <message>
        <source>Type your PIN.</source>
        <translation>Escriba su PIN.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Un momento …</translation>
    </message>
    <message>
        <source>This PIN is not right. Please try again.</source>
        <translation>Este PIN no es correcto. Intente de nuevo.</translation>
    </message>
    <message>
        <source>Too many wrong PINs: this account is off on this device. Please ask a manager.</source>
        <translation>Demasiados PIN incorrectos: esta cuenta está desactivada en este equipo. Pida ayuda a un gerente.</translation>
    </message>
    <message>
        <source>This device&apos;s storage does not work. Please call technical support.</source>
        <translation>La memoria de este equipo no funciona. Llame al soporte técnico.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Please wait %1 seconds and try again.</source>
        <translation>Demasiados PIN incorrectos. Espere %1 segundos e intente de nuevo.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Please wait %1 minutes and try again.</source>
        <translation>Demasiados PIN incorrectos. Espere %1 minutos e intente de nuevo.</translation>
    </message>
</context>
<context>
    <name>StaffForm</name>
    <message>
        <source>The colleague&apos;s name, as the door shows it</source>
        <translation>Nombre de su colega, como aparece al entrar</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>Next: the PIN</source>
        <translation>Siguiente: el PIN</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>StaffTable</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>Signing in here</source>
        <translation>Acceso aquí</translation>
    </message>
</context>
<context>
    <name>StaffWords</name>
    <message>
        <source>Ready to print</source>
        <translation>Lista para imprimir</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Impresa</translation>
    </message>
    <message>
        <source>Sent by email</source>
        <translation>Enviada por correo</translation>
    </message>
    <message>
        <source>Activated</source>
        <translation>Activada</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Vencida</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retirada</translation>
    </message>
    <message>
        <source>no network</source>
        <translation>sin red</translation>
    </message>
    <message>
        <source>the portal could not prove who it is</source>
        <translation>el portal no pudo probar quién es</translation>
    </message>
    <message>
        <source>the portal refused this device</source>
        <translation>el portal rechazó este equipo</translation>
    </message>
    <message>
        <source>this device&apos;s storage does not work</source>
        <translation>la memoria de este equipo no funciona</translation>
    </message>
    <message>
        <source>Nothing needs to be done: this device tries again by itself.</source>
        <translation>No hay que hacer nada: este equipo lo intenta otra vez solo.</translation>
    </message>
    <message>
        <source>MMM d, yyyy</source>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>MMM d</source>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>h:mm</source>
        <translation>H:mm</translation>
    </message>
    <message>
        <source>the portal is busy or down</source>
        <translation>el portal está ocupado o no funciona</translation>
    </message>
    <message>
        <source>a mistake in this program</source>
        <translation>un error de este programa</translation>
    </message>
    <message>
        <source>This device does not reach the portal.</source>
        <translation>Este equipo no puede comunicarse con el portal.</translation>
    </message>
    <message>
        <source>The portal&apos;s certificate or signature does not hold, so nothing is sent to it.</source>
        <translation>El certificado o la firma del portal no son válidos, así que no se le envía nada.</translation>
    </message>
    <message>
        <source>The network works, but the portal does not take anything now.</source>
        <translation>La red funciona, pero el portal no acepta nada en este momento.</translation>
    </message>
    <message>
        <source>The portal does not take this device&apos;s records: it may have been taken off its list.</source>
        <translation>El portal no acepta los registros de este equipo: quizás lo quitaron de su lista.</translation>
    </message>
    <message>
        <source>The disk is full, broken or cannot be written to.</source>
        <translation>El disco está lleno o dañado, o no permite escribir.</translation>
    </message>
    <message>
        <source>This program made a mistake while it was syncing.</source>
        <translation>Este programa tuvo un error al sincronizar.</translation>
    </message>
    <message>
        <source>What was saved before stays, but nothing new can be saved: no sign-up, no invitation.</source>
        <translation>Lo ya guardado se conserva, pero no se puede guardar nada nuevo: ni inscripciones ni invitaciones.</translation>
    </message>
    <message>
        <source>Sign-ups, invitations and slips go on: everything is kept safe on this device and sent later.</source>
        <translation>Las inscripciones, las invitaciones y las hojas siguen: todo queda seguro en este equipo y se envía después.</translation>
    </message>
    <message>
        <source>Check the network cable or the Wi-Fi, and whether the Wi-Fi asks for a sign-in of its own.</source>
        <translation>Revise el cable de red o el Wi-Fi, y si el Wi-Fi pide su propio inicio de sesión.</translation>
    </message>
    <message>
        <source>Check this device&apos;s date and time and press “Sync now”; if that does not help, please call technical support.</source>
        <translation>Revise la fecha y la hora de este equipo y toque “Sincronizar ahora”; si eso no ayuda, llame al soporte técnico.</translation>
    </message>
    <message>
        <source>Please call technical support.</source>
        <translation>Llame al soporte técnico.</translation>
    </message>
    <message>
        <source>Please call technical support before the next patient.</source>
        <translation>Llame al soporte técnico antes del siguiente paciente.</translation>
    </message>
    <message>
        <source>It tries again by itself; if this stays, please call technical support.</source>
        <translation>El equipo lo intenta otra vez solo; si sigue igual, llame al soporte técnico.</translation>
    </message>
    <message>
        <source>%1 min slow. Please have it set.</source>
        <translation>Atrasado %1 min. Pida que lo ajusten.</translation>
    </message>
    <message>
        <source>%1 min fast. Please have it set.</source>
        <translation>Adelantado %1 min. Pida que lo ajusten.</translation>
    </message>
    <message>
        <source>Last failed %1: %2</source>
        <translation>Último fallo %1: %2</translation>
    </message>
    <message>
        <source>Not synced yet</source>
        <translation>Aún sin sincronizar</translation>
    </message>
    <message>
        <source>Synced just now</source>
        <translation>Sincronizado ahora</translation>
    </message>
    <message>
        <source>Synced %1 min ago</source>
        <translation>Sincronizado hace %1 min</translation>
    </message>
    <message>
        <source>Synced at %1</source>
        <translation>Última sincronización: %1</translation>
    </message>
    <message>
        <source>%1 waiting since %2</source>
        <translation>%1 en espera desde:&#xa0;%2</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>%1, the oldest since %2</source>
        <translation>%1, el más antiguo desde: %2</translation>
    </message>
    <message>
        <source>%1 stuck</source>
        <translation>%1 atascados</translation>
    </message>
    <message>
        <source>clock wrong</source>
        <translation>reloj incorrecto</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Gerente</translation>
    </message>
    <message>
        <source>Receptionist</source>
        <translation>Recepcionista</translation>
    </message>
    <message>
        <source>May not sign in</source>
        <translation>No puede entrar</translation>
    </message>
    <message>
        <source>Locked out here</source>
        <translation>Acceso bloqueado aquí</translation>
    </message>
    <message>
        <source>Waits after wrong PINs</source>
        <translation>En espera por PIN incorrectos</translation>
    </message>
    <message>
        <source>May sign in</source>
        <translation>Puede entrar</translation>
    </message>
    <message>
        <source>The two are not the same. Please type the new PIN twice again.</source>
        <translation>No son iguales. Escriba el PIN nuevo dos veces, otra vez desde el principio.</translation>
    </message>
    <message>
        <source>A PIN has 6 to 12 digits.</source>
        <translation>Un PIN tiene de 6 a 12 cifras.</translation>
    </message>
    <message>
        <source>This PIN is too easy: not all digits the same, and none that count up or down.</source>
        <translation>Este PIN es demasiado fácil: no use cifras todas iguales ni en orden, como 123456 o 654321.</translation>
    </message>
    <message>
        <source>Your PIN now was not right. Please try again.</source>
        <translation>Su PIN actual no era correcto. Intente de nuevo.</translation>
    </message>
    <message>
        <source>This is the PIN that you have already. Please choose another.</source>
        <translation>Este es el PIN que ya tiene. Elija otro.</translation>
    </message>
    <message>
        <source>Enter the colleague&apos;s name, at most 80 letters.</source>
        <translation>Escriba el nombre de su colega, con 80 letras como máximo.</translation>
    </message>
    <message>
        <source>Somebody has this name already: add a letter, so that the door tells the two apart.</source>
        <translation>Alguien ya tiene este nombre: agregue una letra para distinguirlos al entrar.</translation>
    </message>
    <message>
        <source>The practice needs a manager. First make somebody else one.</source>
        <translation>El consultorio necesita un gerente. Primero dele esa función a otra persona.</translation>
    </message>
    <message>
        <source>Only a manager may do that.</source>
        <translation>Solo un gerente puede hacer eso.</translation>
    </message>
    <message>
        <source>This account is not there any more.</source>
        <translation>Esta cuenta ya no existe.</translation>
    </message>
    <message>
        <source>%1 can sign in here now, and everywhere after the next sync.</source>
        <translation>%1 ya puede entrar aquí; en los demás equipos, después de la próxima sincronización.</translation>
    </message>
    <message>
        <source>%1 has a new PIN. It holds here now, and everywhere after the next sync.</source>
        <translation>%1 tiene un PIN nuevo. Ya vale aquí; en los demás equipos, después de la próxima sincronización.</translation>
    </message>
    <message>
        <source>Your PIN is changed. It holds here now, and everywhere after the next sync.</source>
        <translation>Su PIN ha cambiado. Ya vale aquí; en los demás equipos, después de la próxima sincronización.</translation>
    </message>
    <message>
        <source>%1 is a manager now.</source>
        <translation>Ahora %1 es gerente.</translation>
    </message>
    <message>
        <source>%1 is a receptionist now.</source>
        <translation>Ahora %1 es recepcionista.</translation>
    </message>
    <message>
        <source>%1 may no longer sign in here, and nowhere after the next sync.</source>
        <translation>%1 ya no puede entrar aquí, ni en ningún equipo después de la próxima sincronización.</translation>
    </message>
    <message>
        <source>%1 may sign in again.</source>
        <translation>%1 puede entrar otra vez.</translation>
    </message>
</context>
<context>
    <name>StuckCover</name>
    <message>
        <source>Can the front desk help you?</source>
        <translation>¿Necesita ayuda de recepción?</translation>
    </message>
    <message>
        <source>You have been at this step for a while. Please ask at the front desk: they are glad to help you.</source>
        <translation>Lleva un rato en este paso. Pregunte en recepción: allí le ayudan con gusto.</translation>
    </message>
    <message>
        <source>I need more time</source>
        <translation>Necesito más tiempo</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Empezar de nuevo</translation>
    </message>
</context>
<context>
    <name>Support</name>
    <message>
        <source>PLEASE NOTE: %1 is able to assist you with technical support only. We can provide you with login assistance and we can help if you encounter difficulty when trying to accomplish a task in the portal. If you are a patient and have questions about your appointment, your bill, your medical care, or the contents of a message you received on the portal, please contact your practice directly as %1 is unable to answer questions related to the service you receive at your doctor&apos;s office.</source>
        <translation>ATENCIÓN: %1 solo puede darle ayuda técnica. Podemos ayudarle a iniciar sesión, y también si tiene dificultades para hacer algo en el portal. Si usted es paciente y tiene preguntas sobre su cita, su factura, su atención médica o el contenido de un mensaje que recibió en el portal, comuníquese directamente con su consultorio, porque %1 no puede contestar preguntas sobre el servicio que recibe en el consultorio de su médico.</translation>
    </message>
    <message>
        <source>In an emergency call 911.</source>
        <translation>En una emergencia llame al 911.</translation>
    </message>
    <message>
        <source>I forgot my user ID</source>
        <translation>Olvidé mi nombre de usuario</translation>
    </message>
    <message>
        <source>I forgot my password</source>
        <translation>Olvidé mi contraseña</translation>
    </message>
    <message>
        <source>I don&apos;t remember my secret question</source>
        <translation>No recuerdo mi pregunta secreta</translation>
    </message>
    <message>
        <source>My email address has changed</source>
        <translation>Mi correo electrónico cambió</translation>
    </message>
    <message>
        <source>I cannot sign up</source>
        <translation>No puedo inscribirme</translation>
    </message>
    <message>
        <source>Something else about the portal</source>
        <translation>Otra cosa sobre el portal</translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message>
        <source>Sync status</source>
        <translation>Estado de sincronización</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sincronizar ahora</translation>
    </message>
    <message>
        <source>Last synced</source>
        <translation>Última sincronización</translation>
    </message>
    <message>
        <source>Records waiting</source>
        <translation>Registros en espera</translation>
    </message>
    <message>
        <source>Records stuck</source>
        <translation>Registros atascados</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Reloj</translation>
    </message>
    <message>
        <source>What waits is kept safe on this device and is sent by itself as soon as it can.</source>
        <translation>Lo que espera está seguro en este equipo y se envía solo en cuanto se puede.</translation>
    </message>
    <message>
        <source>Trying now …</source>
        <translation>Intentando …</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Un momento …</translation>
    </message>
    <message>
        <source>%1. The portal did not take them. Please call technical support.</source>
        <translation>%1. El portal no los aceptó. Llame al soporte técnico.</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>This device&apos;s storage does not work. Please call technical support.</source>
        <translation>La memoria de este equipo no funciona. Llame al soporte técnico.</translation>
    </message>
</context>
<context>
    <name>TaskCard</name>
    <message>
        <source>Date of birth</source>
        <translation>Fecha de nacimiento</translation>
    </message>
    <message>
        <source>ZIP code</source>
        <translation>Código postal (ZIP)</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Invitación</translation>
    </message>
    <message>
        <source>typed %1 · the invitation says %2</source>
        <translation>escribió %1 · la invitación dice %2</translation>
    </message>
</context>
<context>
    <name>TaskModel</name>
    <message>
        <source>born %1</source>
        <translation>nac. %1</translation>
    </message>
    <message>
        <source>Waiting since %1</source>
        <translation>Espera desde: %1</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Desde: %1</translation>
    </message>
</context>
<context>
    <name>TaskWords</name>
    <message>
        <source>%1 invitations</source>
        <translation>%1 invitaciones</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Esta computadora</translation>
    </message>
    <message>
        <source>A tablet</source>
        <translation>Una tableta</translation>
    </message>
    <message>
        <source>One of your devices</source>
        <translation>Uno de sus equipos</translation>
    </message>
    <message>
        <source>No name yet</source>
        <translation>Aún sin nombre</translation>
    </message>
    <message>
        <source>Photo ID checked – go on</source>
        <translation>Identificación revisada: seguir</translation>
    </message>
    <message>
        <source>Go on without the code</source>
        <translation>Seguir sin el código</translation>
    </message>
    <message>
        <source>Photo ID checked – correct the invitation</source>
        <translation>Identificación revisada: corregir la invitación</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Same person – send the reminder</source>
        <translation>Misma persona: enviar recordatorio</translation>
    </message>
    <message>
        <source>Another person – go on</source>
        <translation>Otra persona: seguir</translation>
    </message>
    <message>
        <source>Done – take it off the list</source>
        <translation>Listo: quitar de la lista</translation>
    </message>
    <message>
        <source>Done – called back</source>
        <translation>Listo: ya se llamó</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>Mail the link again</source>
        <translation>Enviar otra vez el enlace</translation>
    </message>
    <message>
        <source>Mail a new code</source>
        <translation>Enviar un código nuevo</translation>
    </message>
    <message>
        <source>Print a new slip</source>
        <translation>Imprimir otra hoja</translation>
    </message>
    <message>
        <source>Show the invitations</source>
        <translation>Ver las invitaciones</translation>
    </message>
    <message>
        <source>Change the email address</source>
        <translation>Cambiar el correo electrónico</translation>
    </message>
    <message>
        <source>Open the account</source>
        <translation>Abrir la cuenta</translation>
    </message>
    <message>
        <source>This device&apos;s storage does not work. Please call technical support.</source>
        <translation>La memoria de este equipo no funciona. Llame al soporte técnico.</translation>
    </message>
    <message>
        <source>First finish the slip under “Enroll a patient”: its code stands nowhere else.</source>
        <translation>Termine primero la hoja en “Inscribir a un paciente”: su código no está en ningún otro lugar.</translation>
    </message>
    <message>
        <source>Photo ID checked – correct and print a slip</source>
        <translation>Identificación revisada: corregir e imprimir hoja</translation>
    </message>
    <message>
        <source>The details are wrong – new invitation</source>
        <translation>Datos equivocados: otra invitación</translation>
    </message>
    <message>
        <source>Make a new invitation</source>
        <translation>Crear otra invitación</translation>
    </message>
    <message>
        <source>Print new slips for all %1</source>
        <translation>Imprimir hojas nuevas (%1)</translation>
    </message>
    <message>
        <source>Open the sync status</source>
        <translation>Ver el estado de sincronización</translation>
    </message>
    <message>
        <source>First finish the slips under “Day sheet”: new ones would make their codes void.</source>
        <translation>Termine primero las hojas en “Lista del día”: otras nuevas anularían sus códigos.</translation>
    </message>
    <message>
        <source>Their slips were printed or mailed meanwhile.</source>
        <translation>Sus hojas ya se imprimieron o se enviaron por correo entretanto.</translation>
    </message>
    <message>
        <source>No new slip was made: the invitation was used or withdrawn, or this computer is not connected.</source>
        <translation>No se creó otra hoja: la invitación ya se usó o se retiró, o esta computadora no tiene conexión.</translation>
    </message>
    <message>
        <source>Driver&apos;s license</source>
        <translation>Licencia de conducir</translation>
    </message>
    <message>
        <source>State ID</source>
        <translation>Identificación del estado</translation>
    </message>
    <message>
        <source>Passport</source>
        <translation>Pasaporte</translation>
    </message>
    <message>
        <source>Other photo ID</source>
        <translation>Otra identificación con foto</translation>
    </message>
    <message>
        <source>Has no email address.</source>
        <translation>No tiene correo electrónico.</translation>
    </message>
    <message>
        <source>Has no US ZIP code.</source>
        <translation>No tiene código postal de Estados Unidos.</translation>
    </message>
    <message>
        <source>Is too young to sign up alone.</source>
        <translation>Es demasiado joven para inscribirse sin ayuda.</translation>
    </message>
    <message>
        <source>Was invited, but does not have the activation code.</source>
        <translation>Recibió una invitación, pero no tiene el código de activación.</translation>
    </message>
    <message>
        <source>Says that the account we found is not theirs.</source>
        <translation>Dice que la cuenta que encontramos no es suya.</translation>
    </message>
    <message>
        <source>Asks for the front desk.</source>
        <translation>Pide ayuda de recepción.</translation>
    </message>
    <message>
        <source>The invitation has another date of birth.</source>
        <translation>La fecha de nacimiento no coincide con la invitación.</translation>
    </message>
    <message>
        <source>The invitation has another ZIP code.</source>
        <translation>El código postal no coincide con la invitación.</translation>
    </message>
    <message>
        <source>Date of birth or ZIP code did not agree with the invitation.</source>
        <translation>La fecha de nacimiento o el código postal no coincidían con la invitación.</translation>
    </message>
    <message>
        <source>The invitation has another date of birth and ZIP code.</source>
        <translation>La fecha de nacimiento y el código postal no coinciden con la invitación.</translation>
    </message>
    <message>
        <source>Asks to be called back about the user ID.</source>
        <translation>Pide que le llamen por el nombre de usuario.</translation>
    </message>
    <message>
        <source>Asks to be called back about the password.</source>
        <translation>Pide que le llamen por la contraseña.</translation>
    </message>
    <message>
        <source>Asks to be called back about the secret question.</source>
        <translation>Pide que le llamen por la pregunta secreta.</translation>
    </message>
    <message>
        <source>Asks to be called back about the email address.</source>
        <translation>Pide que le llamen por el correo electrónico.</translation>
    </message>
    <message>
        <source>Asks to be called back about the sign-up.</source>
        <translation>Pide que le llamen por la inscripción.</translation>
    </message>
    <message>
        <source>Asks to be called back.</source>
        <translation>Pide que le llamen.</translation>
    </message>
    <message>
        <source>The user ID was taken meanwhile. We mailed a link to choose another one.</source>
        <translation>Otra persona ya tomó el nombre de usuario. Enviamos un enlace para elegir otro.</translation>
    </message>
    <message>
        <source>The user ID was taken meanwhile, and there is no email to send a link to: print a one-time slip at the account, and the patient chooses another one.</source>
        <translation>Otra persona ya tomó el nombre de usuario, y no hay correo para enviar un enlace: imprima una hoja de un solo uso desde la cuenta, y el paciente elige otro.</translation>
    </message>
    <message>
        <source>The details were typed wrong too often: the code is void. Compare them with the photo ID.</source>
        <translation>Los datos se escribieron mal demasiadas veces: el código ya no vale. Compárelos con la identificación con foto.</translation>
    </message>
    <message>
        <source>This person has an account already.</source>
        <translation>Esta persona ya tiene una cuenta.</translation>
    </message>
    <message>
        <source>Was invited, but signed up without the activation code.</source>
        <translation>Recibió una invitación, pero se inscribió sin el código de activación.</translation>
    </message>
    <message>
        <source>Somebody almost the same has an account already.</source>
        <translation>Una persona casi igual ya tiene una cuenta.</translation>
    </message>
    <message>
        <source>Somebody similar has an account already.</source>
        <translation>Una persona parecida ya tiene una cuenta.</translation>
    </message>
    <message>
        <source>The invitation had been used already, for this account.</source>
        <translation>La invitación ya se había usado, para esta cuenta.</translation>
    </message>
    <message>
        <source>The invitation had been used already.</source>
        <translation>La invitación ya se había usado.</translation>
    </message>
    <message>
        <source>The invitation had expired.</source>
        <translation>La invitación ya estaba vencida.</translation>
    </message>
    <message>
        <source>The invitation had been withdrawn.</source>
        <translation>La invitación ya estaba retirada.</translation>
    </message>
    <message>
        <source>The mail with the invitation could not be delivered.</source>
        <translation>El correo con la invitación no se pudo entregar.</translation>
    </message>
    <message>
        <source>A mail could not be delivered. Ask the patient for another email address.</source>
        <translation>Un correo no se pudo entregar. Pida otra dirección de correo al paciente.</translation>
    </message>
    <message>
        <source>Something a patient entered there could not be delivered. Please call technical support.</source>
        <translation>Algo que un paciente escribió allí no se pudo entregar. Llame al soporte técnico.</translation>
    </message>
    <message>
        <source>A record from there is safe, but the portal could not finish it yet. Please call technical support.</source>
        <translation>Un registro de allí está seguro, pero el portal aún no pudo terminarlo. Llame al soporte técnico.</translation>
    </message>
    <message>
        <source>Its record of what staff did was changed or cut short. Please call technical support.</source>
        <translation>Su registro de lo que hizo el personal se alteró o está incompleto. Llame al soporte técnico.</translation>
    </message>
    <message>
        <source>Their slips were neither printed nor mailed.</source>
        <translation>Sus hojas no se imprimieron ni se enviaron por correo.</translation>
    </message>
    <message>
        <source>The slip was neither printed nor mailed.</source>
        <translation>La hoja no se imprimió ni se envió por correo.</translation>
    </message>
    <message>
        <source>One record could not be delivered. Please call technical support.</source>
        <translation>Un registro no se pudo entregar. Llame al soporte técnico.</translation>
    </message>
    <message>
        <source>%1 records could not be delivered. Please call technical support.</source>
        <translation>%1 registros no se pudieron entregar. Llame al soporte técnico.</translation>
    </message>
    <message>
        <source>Please have a look.</source>
        <translation>Por favor, revíselo.</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>Need Help?</source>
        <translation>¿Necesita ayuda?</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>on</source>
        <translation>activado</translation>
    </message>
    <message>
        <source>off</source>
        <translation>desactivado</translation>
    </message>
</context>
<context>
    <name>TwinNotice</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>%1 already has an account. An invitation is seldom needed.</source>
        <translation>%1 ya tiene una cuenta. Rara vez hace falta una invitación.</translation>
    </message>
    <message>
        <source>Already invited on %1 (%2). A second invitation is seldom needed.</source>
        <translation>Ya recibió una invitación el %1 (%2). Rara vez hace falta otra.</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>This tablet is not ready. Please see the front desk.</source>
        <translation>Esta tableta no está lista. Por favor, vaya a recepción.</translation>
    </message>
    <message>
        <source>Staff: enter the passphrase of this device.</source>
        <translation>Personal: escriba la frase de acceso de este equipo.</translation>
    </message>
    <message>
        <source>Staff passphrase</source>
        <translation>Frase de acceso del personal</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Enter the passphrase</source>
        <translation>Escriba la frase de acceso</translation>
    </message>
</context>
<context>
    <name>UserIdSentPage</name>
    <message>
        <source>Your User ID will be sent to your email address.</source>
        <translation>Su nombre de usuario se enviará a su correo electrónico.</translation>
    </message>
    <message>
        <source>If your answers are right, the mail comes in a few minutes. Nothing there? Look into the junk mail, try once more, chat with us under “Need Help?”, or ask the front desk.</source>
        <translation>Si sus respuestas son correctas, el correo llega en unos minutos. ¿No llegó? Mire en el correo no deseado, intente otra vez, chatee con nosotros en “¿Necesita ayuda?”, o pregunte en recepción.</translation>
    </message>
</context>
<context>
    <name>VerifyPhonePage</name>
    <message>
        <source>Verify by Phone Number</source>
        <translation>Verificar por número de teléfono</translation>
    </message>
    <message>
        <source>Your information closely matches an existing portal account. Type the phone number of that account. If it is on file, we send a text message with a code of 6 digits to it.</source>
        <translation>Sus datos se parecen mucho a los de una cuenta existente. Escriba el número de teléfono de esa cuenta. Si lo tenemos, le enviamos un mensaje de texto con un código de 6 cifras.</translation>
    </message>
    <message>
        <source>Phone number of that account</source>
        <translation>Número de teléfono de esa cuenta</translation>
    </message>
    <message>
        <source>With the area code, for example 555 010 1234</source>
        <translation>Con el código de área, por ejemplo 555 010 1234</translation>
    </message>
    <message>
        <source>This is not me</source>
        <translation>Esta persona no soy yo</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome to %1</source>
        <translation>Bienvenido a %1</translation>
    </message>
    <message>
        <source>Here you can get your patient portal account. It takes a few minutes.</source>
        <translation>Aquí puede crear su cuenta del portal de pacientes. Toma unos minutos.</translation>
    </message>
    <message>
        <source>Create An Account</source>
        <translation>Crear una cuenta</translation>
    </message>
    <message>
        <source>I have an invitation</source>
        <translation>Tengo una invitación</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>forgot your user ID?</source>
        <translation>¿olvidó su nombre de usuario?</translation>
    </message>
    <message>
        <source>forgot your password?</source>
        <translation>¿olvidó su contraseña?</translation>
    </message>
    <message>
        <source>Need Help?</source>
        <translation>¿Necesita ayuda?</translation>
    </message>
    <message>
        <source>You have a code on paper or on your phone? If you see a scanner here, hold the code under it.</source>
        <translation>¿Tiene un código en papel o en su teléfono? Si ve un lector aquí, ponga el código debajo.</translation>
    </message>
</context>
<context>
    <name>Workplace</name>
    <message>
        <source>Hand over</source>
        <translation>Entregar turno</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Patient screens</source>
        <translation>Pantallas de pacientes</translation>
    </message>
    <message>
        <source>%1 waiting at the tablet</source>
        <translation>%1 en espera en la tableta</translation>
    </message>
</context>
<context>
    <name>_Bubble</name>
    <message>
        <source>You · not sent</source>
        <translation>Usted · no enviado</translation>
    </message>
    <message>
        <source>You · on its way</source>
        <translation>Usted · en camino</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Usted</translation>
    </message>
</context>
</TS>
