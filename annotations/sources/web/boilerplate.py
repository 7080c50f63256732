"""What pages say around articles, and what the elements are called that hold it.

Texts are matched whole, so a paragraph that only contains such words stays. The lists were made
from what news sites in wide use print; entries of other languages are the commonest ones.
"""

import re

_LONGEST = 220
"""Characters; whatever is longer was written for the article."""

_TEXTS = (
    # Sharing and tools.
    r"(?:share|tweet|pin|e-?mail|print|whatsapp|facebook|twitter|x|linkedin|telegram|reddit|save|copy link"
    r"|link copied|bookmark|comments?|close|menu|search|play|pause|gift|listen)!?",
    r"(?:click (?:here )?to )?(?:share|tweet|save|print|e-?mail|post|send|gift|bookmark|flag|report)"
    r"(?: (?:this|the|on|via|by|with|to|full)\b.{0,60})?",
    r"share (?:this )?(?:article|story|post|page|on social media)\b.{0,60}",
    r"(?:facebook|twitter|x|whatsapp|e-?mail|print|copy link|linkedin|telegram|reddit|link|save|share|instagram"
    r"|messenger|pinterest|threads|bluesky|[\s|•·,/])+",
    r"(?:follow|like|find|join|connect with) (?:us|our|me|@?\w+) on\b.{0,100}",
    r"(?:listen to|play|hear) (?:this|the) (?:article|story|audio)\b.{0,40}",
    r"\d+ ?(?:min(?:ute)?s?|mins?)\.?(?: of)? (?:read(?:ing)?|listen|ago)\b.{0,20}",
    r"(?:reading|read) time:? .{0,20}",
    r"(?:back to (?:the )?top|skip to (?:main )?content|jump to .{0,30}|(?:print|download) (?:this )?(?:page|pdf|article)"
    r"|show (?:more|less|all|caption)|hide caption|toggle caption|enlarge(?: this)? image|view (?:image )?in fullscreen"
    r"|expand|collapse|load more.{0,20}|loading\W*|next|previous|home)",
    # Leading elsewhere.
    r"(?:read|see|watch|listen|more|also read|read also|read next|see also|related|don.t miss|in pictures|explainer"
    r"|recommended|opinion)(?: more| also| next| stories| articles| coverage)?(?: [|›»>-]| ?:).{0,200}",
    r"(?:read|see|learn|find out|discover) more\W*(?:(?:about|on|from|in) .{0,60})?",
    r"continue reading\b.{0,80}|keep reading|read (?:the )?(?:full|original|whole) (?:story|article|text)\b.{0,60}",
    r"(?:more (?:on|from|about|in) (?:this|the|our) .{0,60}|related(?: \w+){0,2}|recommended(?: \w+){0,3}"
    r"|you (?:may|might) (?:also )?(?:like|be interested in).{0,20}|most (?:read|viewed|popular|shared).{0,20}"
    r"|trending(?: now)?|editor.?s.? (?:picks?|choice)|top stories|latest(?: news| stories| updates)?|also in this .{0,20}"
    r"|around the (?:web|bbc)|up next|what to read next|explore more.{0,30}|what.s next)",
    # Advertising.
    r"\W*(?:advertise?ments?|ads?|sponsored(?: content)?|promoted(?: content)?|paid (?:post|content)|promoted stories)\W*",
    r"\W*(?:story|article|report) continues (?:below|after).{0,40}|\W*(?:scroll|skip) .{0,20}(?:to continue|advertisement).{0,20}",
    r"(?:skip|end of|after) (?:past )?(?:the )?(?:newsletter|promotion|advertisement|most read|podcast|related|link).{0,60}",
    r"end of (?:image gallery|list|recommended .{0,20}|most read)\W*",
    # Newsletters, accounts, cookies.
    r"(?:sign up|subscribe|register|get|receive|join)\b.{0,120}\b(?:newsletters?|e-?mails?|inbox|alerts?|updates|briefing|notifications|whatsapp channel|telegram channel|app)\b.{0,80}",
    r"(?:thank you for (?:subscribing|signing up)|enter your e-?mail|your e-?mail address|by (?:signing up|subscribing|submitting)"
    r"|privacy notice|already (?:a subscriber|have an account)|log ?in|sign in|subscribe(?: now| today)?|register)\b.{0,140}",
    r"download (?:our|the) .{0,40}\bapp\b.{0,60}",
    r"(?:we|this (?:web)?site) uses? (?:\w+ )?cookies\b.{0,200}|accept(?: all)?(?: cookies)?|(?:reject|decline) all|manage (?:cookies|preferences|consent)"
    r"|cookie (?:settings|policy|preferences)",
    r"(?:if you (?:like|liked|enjoyed|value)|support (?:our|independent)|become a (?:member|subscriber|supporter)|donate)\b.{0,160}",
    # Comments.
    r"(?:\d+|no|leave a|post a|add a|view|show|read|write a|join the|be the first to)\s*(?:comments?|conversation|reply|discussion)\b.{0,40}",
    r"comments? (?:are )?(?:closed|off|disabled).{0,40}|view comments.{0,20}|(?:log in|sign in) to (?:comment|reply).{0,20}",
    # Rights.
    r"(?:©|\(c\)|copyright\b).{0,180}|.{0,60}all rights reserved.{0,80}",
    r"(?:image|photo|video|media) (?:source|credit|copyright)\b.{0,60}",
    r"(?:this (?:entry|post|article) was (?:posted|published|filed)\b|source url\b).{0,200}",
    r"(?:this video can ?not be played|to play this video|your browser does not support|(?:you need to|please) enable javascript).{0,120}",
    r"our standards: .{0,80}|(?:purchase licensing rights|opens? (?:in )?(?:a )?new (?:tab|window)).{0,40}",
    r"(?:filed under|tags?|topics?|categories|category|posted in|tagged)\b ?:.{0,200}",
    # Other languages.
    r"(?:à )?lire (?:aussi|également|plus)\b.{0,200}|lesen sie (?:auch|mehr)\b.{0,200}|mehr zum thema\b.{0,40}"
    r"|(?:lea|leer|lee|ver) (?:también|más)\b.{0,200}|leggi anche\b.{0,200}|leia (?:também|mais)\b.{0,200}"
    r"|(?:читайте|смотрите|читати) (?:также|також|далее)\b.{0,200}|читайте нас .{0,80}"
    r"|(?:اقرأ|إقرأ|شاهد|للمزيد|المزيد)(?: أيضا| أيضًا| المزيد)?\s?:?.{0,40}",
    r"(?:partager|teilen|compartir|condividi|compartilhar|поделиться|поділитися|شارك|مشاركة|paylaş|publicité|anzeige"
    r"|werbung|publicidad|pubblicità|publicidade|реклама|إعلان|اعلان|reklam)(?: .{0,30})?",
)
_NO_ARTICLE = tuple(re.compile(text, re.IGNORECASE) for text in _TEXTS)

_NAMES = re.compile(
    r"(?:^|[\s_-])(?<!\bno-)(?<!\bhas-)(?<!\bwith-)(?:"
    r"nav(?:igation|bar)?|menu|breadcrumbs?|skip-?link|site-?(?:header|footer|nav)|masthead|colophon"
    r"|share(?:daddy|bar|tools|buttons?|-?links?)?|sharing|social(?:-?(?:share|links?|media|icons?|bar))?|addtoany|jp-relatedposts|sharedaddy"
    r"|related(?:-?(?:posts?|articles?|stories|content|links?|news|topics))?|recirc(?:ulation)?|recommend(?:ed|ations?)?"
    r"|most-?(?:read|viewed|popular)|trending|read-?(?:more|next|also)|more-?(?:on|from|stories|news)|links?-block|topic-?list|top-?stories|outbrain|taboola\w*"
    r"|news-?letter(?:s|-?(?:signup|form|promo|box))?|sign-?up|subscribe|subscription|promo(?:tion)?|paywall|piano|onboarding"
    r"|ads?|ad-?(?:slot|container|unit|wrapper|label|break)|advert(?:isement|ising|orial)?s?|sponsor(?:ed)?|dfp|gpt"
    r"|cookies?(?:-?(?:banner|consent|notice|bar|policy))?|gdpr|consent|onetrust\w*|cmp"
    r"|comments?(?:-?(?:area|list|section|thread|respond))?|disqus\w*|respond|replies"
    r"|widget(?:-?area)?|sidebar|tags?(?:-?(?:list|links|cloud))?|tagcloud|author-?(?:bio|box|info|card)|about-?author|bio"
    r"|pagination|pager|prev-?next|post-?navigation|toolbar|tools|print-?(?:only|link)|copyright|wm-ipp(?:-base|-print)?|donate|donation"
    r")(?=$|[\s_-])",
    re.IGNORECASE,
)


def is_boilerplate(text: str) -> bool:
    """Whether a line is what pages say around articles: "Read more", "Advertisement"."""
    line = " ".join(text.split())
    return len(line) <= _LONGEST and any(each.fullmatch(line) for each in _NO_ARTICLE)


def names_furniture(names: str) -> bool:
    """Whether an element with these classes and this id stands beside articles, by its names."""
    return bool(_NAMES.search(names))
