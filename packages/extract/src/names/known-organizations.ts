// Bodies that stories name without saying what they are. Compiled by us; one line each: name | other names | acronym.

export const knownOrganizations: readonly string[] = `
U.S. Immigration and Customs Enforcement|Immigration and Customs Enforcement|U. S. Immigration and Customs Enforcement|ICE
U.S. Customs and Border Protection|Customs and Border Protection|CBP
U.S. Border Patrol|Border Patrol
U.S. Citizenship and Immigration Services|Citizenship and Immigration Services|USCIS
U.S. Department of Homeland Security|Department of Homeland Security|Homeland Security Department|DHS|Homeland Security
U.S. Department of Justice|Department of Justice|Justice Department|DOJ
U.S. Department of State|State Department|Department of State
U.S. Department of Defense|Defense Department|Department of Defense|Pentagon
U.S. Department of the Treasury|Treasury Department
U.S. Department of Education|Education Department
U.S. Department of Energy|Energy Department
U.S. Department of Agriculture|Agriculture Department|USDA
U.S. Department of the Interior|Interior Department|Department of the Interior
U.S. Department of Labor|Labor Department
U.S. Department of Transportation|Transportation Department|USDOT
U.S. Department of Housing and Urban Development|Department of Housing and Urban Development|HUD
U.S. Department of Health and Human Services|Department of Health and Human Services|HHS
U.S. Department of Veterans Affairs|Department of Veterans Affairs|Veterans Affairs
Federal Bureau of Investigation|FBI
Central Intelligence Agency|CIA
National Security Agency|NSA
Drug Enforcement Administration|DEA
Bureau of Alcohol, Tobacco, Firearms and Explosives|ATF
Environmental Protection Agency|EPA
Federal Emergency Management Agency|FEMA
Federal Aviation Administration|FAA
Food and Drug Administration|FDA
Centers for Disease Control and Prevention|CDC
Internal Revenue Service|IRS
Social Security Administration
National Transportation Safety Board|NTSB
Occupational Safety and Health Administration|OSHA
Federal Communications Commission|FCC
Federal Election Commission|FEC
Securities and Exchange Commission|SEC
U.S. Supreme Court|United States Supreme Court|Supreme Court
U.S. Senate|United States Senate
U.S. House of Representatives|House of Representatives
White House
Congress
Bureau of Land Management|BLM
National Park Service|NPS
U.S. Forest Service|Forest Service
U.S. Army Corps of Engineers|Army Corps of Engineers
U.S. Marshals Service|Marshals Service
U.S. Secret Service|Secret Service
U.S. Postal Service|Postal Service|USPS
National Weather Service
American Civil Liberties Union|ACLU
National Association for the Advancement of Colored People|NAACP
National Rifle Association|NRA
Service Employees International Union|SEIU
American Federation of State, County and Municipal Employees|AFSCME
Fraternal Order of Police|FOP
Planned Parenthood
Chamber of Commerce
Democratic National Committee|DNC
Republican National Committee|RNC
Democratic Party
Republican Party
Representative Town Meeting
California Highway Patrol|CHP
Associated Press|The Associated Press|AP
Reuters
United Nations
European Union
Los Angeles Times|LA Times|L.A. Times
New York Times|The New York Times
Washington Post|The Washington Post
Wall Street Journal|The Wall Street Journal
Los Angeles Police Department|LAPD
New York Police Department|New York City Police Department|NYPD
City Hall
CNN
NPR
MSNBC
Fox News
NBC News
ABC News
CBS News
`
  .trim()
  .split('\n');
